"""`python -m experiments.proof`: make every check at full length and write figures/proof.csv and figures/proof.md."""

import sys
import time

from experiments.proof.comparison import Comparison
from experiments.proof.table import FIGURES, as_markdown, tabulate, write_csv


def main() -> int:
    """Write the table; returns 1 if any comparison does not agree."""
    began = time.perf_counter()

    def tell(check: str, lines: list[Comparison]) -> None:
        wrong = [line for line in lines if line.verdict != "agrees"]
        agreed = f"{len(lines) - len(wrong)} of {len(lines)} agree"
        print(f"{time.perf_counter() - began:5.0f} s  {agreed}: {check}", flush=True)
        for line in wrong:
            print(f"         {line.verdict}: {line.quantity}: theory {line.theory:.5g}, model {line.model:.5g} "
                  f"± {line.error:.2g}", flush=True)  # fmt: skip

    lines = tabulate(tell)
    write_csv(lines, FIGURES / "proof.csv")
    (FIGURES / "proof.md").write_text(as_markdown(lines), encoding="utf-8")
    print(f"{len(lines)} comparisons are in figures/proof.csv and figures/proof.md.")
    return int(any(line.verdict != "agrees" for line in lines))


if __name__ == "__main__":
    sys.exit(main())
