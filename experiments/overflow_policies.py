"""`python -m experiments.overflow_policies`: Star Customer under each overflow policy, as results and one figure."""

import sys
from pathlib import Path

FIGURES = Path(__file__).parent.parent / "figures"
RESULTS = Path("results")
POLICIES = {
    "nobody": ("Overflow to nobody", {"routing.overflow": "nobody"}),
    "contained": ("… to contained skills (one way)", {"routing.overflow": "contained"}),
    "everybody": ("… to everybody", {"routing.overflow": "everybody"}),
    "by_hand": ("… by the supervisor's hand", {"routing.overflow": "by_hand"}),
    "pooled": ("One pool instead", {"routing.pooled": True}),
}
"""By the name of its folder, what a policy is called in the figure and what it changes."""
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
    for name, (title, changes) in POLICIES.items():
        scenario = load_scenario("star_customer", changes)
        done = replicate(scenario, replications, extract=details)
        folders[title] = RESULTS / "star_customer" / name
        folders[title].mkdir(parents=True, exist_ok=True)
        description = {"scenario": scenario.name, "changes": changes, "replications": replications}
        write_tables(folders[title], done, description)
        means[name] = {measure: done.summary[measure]["mean"] for measure in SHOWN}
        print(f"{title}: {replications} replications are in {folders[title]}", flush=True)
    print(" " * 32 + "".join(f"{name:>11}" for name in POLICIES))
    for measure in SHOWN:
        print(f"{measure:32}" + "".join(f"{means[name][measure]:11.3f}" for name in POLICIES))
    for path in draw_policies(folders, FIGURES / "star_customer"):
        print(f"Written: {path}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
