"""`desksales figure`: claims as figures, with the gallery of all that are there."""

from importlib import import_module

from experiments.cli.claim import BudgetName, Numbers, certificates
from experiments.cli.options import Workers


def figure(numbers: Numbers, budget: BudgetName = "short", workers: Workers = None) -> None:
    """Draw claims in figures/claims (running what is missing), and write the gallery figures/README.md anew."""
    from experiments.claims.certificate import FIGURES
    from experiments.claims.gallery import write_gallery

    for certificate in certificates(numbers, budget, workers):
        for path in import_module(f"figures.{certificate['drawing']}").draw(FIGURES / certificate["stem"]):
            print(f"Claim {certificate['id']} {certificate['verdict']}: {path}")
    if numbers == "all":
        from experiments.field_notes import make

        print(f"Field notes: {make()}")
    for path in write_gallery():
        print(f"Written: {path}")
