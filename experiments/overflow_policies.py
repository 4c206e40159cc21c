"""`python -m experiments.overflow_policies`: Star Customer under each overflow policy, as results and one figure."""

import sys
from pathlib import Path

FIGURES = Path(__file__).parent.parent / "figures"
RESULTS = Path("results")
POLICIES = {
    "Nobody": {"routing.overflow": "nobody"},
    "Contained skills (one way)": {"routing.overflow": "contained"},
    "Everybody": {"routing.overflow": "everybody"},
    "By the supervisor's hand": {"routing.overflow": "by_hand"},
    "One pool": {"routing.pooled": True},
}
SHOWN = (
    "wait_minutes_stars", "wait_minutes_moderate", "service_level_stars", "service_level_moderate",
    "idle_share_stars", "idle_share_moderate", "moderate_idle_while_star_waits", "abandonment_share", "overflow_share",
    "first_contact_resolution", "sales_now", "conversation_score", "acquaintanceship_score", "liaison_score",
    "availability_score",
)  # fmt: skip


def main(replications: int = 10) -> None:
    """Run each policy with the same seeds, keep the tables below results/ and draw figures/star_customer.png."""
    from experiments.cli.records import details, write_tables
    from experiments.replicate import replicate
    from figures.star_customer import draw_policies
    from model.scenario import load_scenario

    folders, means = {}, {}
    for name, changes in POLICIES.items():
        scenario = load_scenario("star_customer", changes)
        done = replicate(scenario, replications, extract=details)
        folders[name] = RESULTS / "star_customer" / "-".join(str(value) for value in changes.values()).lower()
        folders[name].mkdir(parents=True, exist_ok=True)
        description = {"scenario": scenario.name, "changes": changes, "replications": replications}
        write_tables(folders[name], done, description)
        means[name] = {measure: done.summary[measure] for measure in SHOWN}
        print(f"{name}: {replications} replications are in {folders[name]}", flush=True)
    for measure in SHOWN:
        cells = (f"{means[name][measure]['mean']:10.3f}" for name in POLICIES)
        print(f"{measure:32}" + "".join(cells))
    for path in draw_policies(folders, FIGURES / "star_customer"):
        print(f"Written: {path}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
