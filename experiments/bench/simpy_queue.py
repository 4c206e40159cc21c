"""The queue in SimPy: a process a customer, a resource with as many places as there are people."""

from random import Random

from experiments.bench.textbook import WARM_UP, Contestant, Outcome, Queue, Run


def prepare() -> Run:
    """Import SimPy."""
    import simpy

    def run(queue: Queue, customers: int, seed: int) -> Outcome:
        luck = Random(seed)
        environment = simpy.Environment()
        people = simpy.Resource(environment, capacity=queue.servers)
        waits = [0.0] * customers

        def customer(number: int):
            arrived = environment.now
            with people.request() as turn:
                yield turn
                waits[number] = environment.now - arrived
                yield environment.timeout(luck.expovariate(queue.services))

        def source():
            for number in range(customers):
                yield environment.timeout(luck.expovariate(queue.arrivals))
                environment.process(customer(number))

        environment.process(source())
        environment.run()
        measured = waits[int(WARM_UP * customers) :]
        return Outcome(customers, sum(measured) / len(measured))

    return run


CONTESTANT = Contestant("SimPy", 60.0, prepare)
