"""The queue in Ciw: a network of one node."""

from experiments.bench.textbook import WARM_UP, Contestant, Outcome, Queue, Run


def prepare() -> Run:
    """Import Ciw."""
    import ciw

    def run(queue: Queue, customers: int, seed: int) -> Outcome:
        ciw.seed(seed)
        network = ciw.create_network(
            arrival_distributions=[ciw.dists.Exponential(rate=queue.arrivals)],
            service_distributions=[ciw.dists.Exponential(rate=queue.services)],
            number_of_servers=[queue.servers],
        )
        simulation = ciw.Simulation(network)
        simulation.simulate_until_max_customers(customers, method="Finish")
        records = sorted(simulation.get_all_records(), key=lambda record: record.arrival_date)
        waits = [record.waiting_time for record in records[int(WARM_UP * len(records)) :]]
        return Outcome(len(records), sum(waits) / len(waits))

    return run


CONTESTANT = Contestant("Ciw", 150.0, prepare)
