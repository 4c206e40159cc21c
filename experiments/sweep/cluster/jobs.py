"""The jobs that a batch system is asked for: [cluster] of a sweep file."""

from pydantic import Field

from experiments.sweep.keep import Part


class Jobs(Part):
    """Jobs of a batch system; what is not given is as Dask's own configuration says (`jobqueue.slurm`).

    Attributes
    ----------
    jobs : how many there are at a time; one that ends early is replaced while runs are left.
    cores : of one job; it does as many runs side by side.
    memory : of one job, as in "16 GiB".
    walltime : of one job, as in "02:00:00".
    queue : the batch system's queue, which Slurm calls a partition.
    account : whom the batch system charges.
    interface : network interface by which jobs and the sweep reach each other, as in "ib0".
    directives : further lines for the batch system, without their `#SBATCH`.
    prologue : lines of shell before the work, as in "module load python".
    log_directory : folder for what jobs print.
    """

    jobs: int = Field(1, ge=1, le=10_000)
    cores: int | None = Field(None, ge=1, le=4096)
    memory: str | None = None
    walltime: str | None = None
    queue: str | None = None
    account: str | None = None
    interface: str | None = None
    directives: list[str] = Field([])
    prologue: list[str] = Field([])
    log_directory: str | None = None
