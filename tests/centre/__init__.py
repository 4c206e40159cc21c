"""Centres: mechanisms of service work, each with the behaviour that it must show."""
