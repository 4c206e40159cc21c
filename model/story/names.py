"""Invented names: first names of people by role and post, names of firms, products of service units.

A person keeps a name for as long as the person holds the post; a successor bears another. Names depend on
nothing but role, row and how many held the post before; they are the same in every run.
"""

import numpy as np

from model.world import codes

_LIST = """
Abena Adele Aditi Agnes Ahmed Aiko Aisha Akira Alba Alfonso Alice Alina Amara Amina Amir Amos Ana Anders
Andrea Anjali Anouk Antonio Anya Arash Ariel Arjun Arlo Arturo Asha Astrid Aurora Axel Ayesha Aziz Babak
Bao Beatriz Bela Benedict Berit Bernard Bianca Birgit Blessing Boris Branka Bruno Caio Camila Carlos
Carmen Catarina Cecile Celeste Cem Chidi Chiara Chloe Ciara Claudia Clement Clara Connor Cora Cyrus Dag
Dalia Damian Danica Daria Dario David Deepa Delphine Denise Desmond Devika Diego Dimitri Dina Dolores
Dorota Duarte Ebba Edith Edwin Efua Eileen Elena Elias Elif Elise Elsa Emeka Emil Emre Enrique Erik Erin
Esme Esther Ettore Eva Ewa Fabian Fadila Fahad Farah Fatima Felix Fernanda Filipa Finn Fiona Flavia
Florian Folake Frances Freya Gabriel Galina Gareth Gemma Georgia Gerard Ghada Gideon Gilberto Giulia
Gloria Goran Grace Greta Gudrun Gustav Hadiya Hamid Hana Hannes Harriet Haruki Hassan Hector Heidi Helena
Henrik Hilda Hiroshi Hugo Ibrahim Ida Idris Ifeoma Ignacio Ilse Imani Imran Ines Inga Ingrid Iolo Irena
Iris Isaac Isha Ismail Ivan Ivo Jacinta Jalil Jamila Janek Jasmin Javier Jelena Jens Joana Joao Jolanta
Jonas Jorge Josefa Joshua Judith Julio Juma Jun Kacper Kaito Kamal Karim Karin Katya Kavita Keiko Kemal
Kenji Kerstin Khadija Kiran Klara Kofi Kwame Lan Lars Latifa Laura Leandro Leila Lena Leon Leticia Liam
Lidia Lien Lin Linnea Livia Lorenzo Lotte Luca Lucia Ludmila Luis Lydia Maeve Magda Mahmoud Maja Malik
Manuel Marcel Margit Maria Mariam Marius Marlene Marta Mateo Mathilde Matthias Mei Mehmet Meera Mercy Mika
Milan Milena Mina Mira Miriam Mohan Moira Monika Morten Moses Musa Nabil Nadia Naomi Narges Nasser Natalia
Nelson Neve Ngozi Nia Nikhil Nils Nina Noor Nora Nuno Obinna Odile Olga Oliver Olivia Omar Orla Oscar Otto
Owen Pablo Padma Paola Paul Pavel Pedro Perla Petra Philippa Pia Pierre Piotr Pooja Priya Quentin Rachel
Rafael Rahul Rana Rania Rashid Raul Rebeca Reiko Renata Rhys Rita Roberto Rosa Roshan Rowan Ruben Rui Ruth
Sabine Said Salma Samir Sandra Sanjay Santiago Sara Sasha Sean Selma Sergio Shirin Sigrid Silvia Simone
Siobhan Sofia Sonja Soren Stefan Stella Sunil Susana Sven Tadeo Tahir Tamara Tanvi Tariq Tatiana Teresa
Thandi Theo Thomas Tilda Tomas Tove Tunde Ulrich Uma Umberto Ursula Usha Valeria Vanessa Vasco Vera Victor
Vidya Vikram Viola Vivian Wanda Wei Wendel Wilma Xavier Ximena Yael Yara Yasmin Yelena Yiannis Yolanda
Yuki Yusuf Zara Zeynep Zofia Zoran
"""
NAMES = _LIST.split()
"""First names, as they may be met in a large European firm."""

_DEALT = [NAMES[149 * place % len(NAMES)] for place in range(len(NAMES))]
"""The names dealt out so that neighbours do not sound alike (149 and the number of names share no factor)."""

BY_ROLE = {
    "salesperson": _DEALT[:110], "rep": _DEALT[110:280], "manager": _DEALT[280:310], "caller": _DEALT[310:],
}  # fmt: skip
"""Names by role; no name stands in two roles."""

LEAVING = {"salesperson": (codes.L_LEFT, codes.L_DISMISSED), "rep": (codes.L_REP_LEFT,)}
"""Lines of the log that tell when the holder of a post leaves."""

FIRMS = (
    "Halvern", "Brackmoor", "Estuary", "Corvane", "Lindmere", "Ostrava", "Pellworth", "Quillon",
    "Tarnbrook", "Vantry", "Ashgrove", "Bellwether", "Castor", "Dunmore", "Elverton", "Farrow", "Glenholt",
    "Hartsea", "Ironbridge", "Juniper", "Kestrel", "Longacre", "Marlow", "Northgate", "Orchard", "Penhale",
    "Redcliff", "Saltmarsh", "Thornbury", "Umber", "Varley", "Westhaven", "Yarrow", "Zephyr", "Alderney",
    "Birchwood", "Crosskeys", "Driftwood", "Eastfield", "Foxhall",
)  # fmt: skip
TRADES = (
    "Foods", "Freight", "Insurance", "Retail", "Mills", "Bank", "Airways", "Chemicals", "Media", "Hotels",
    "Motors", "Pharma", "Shipping", "Steel", "Textiles", "Utilities", "Breweries", "Mutual", "Paper",
    "Glass", "Logistics", "Travel", "Press", "Energy", "Timber", "Dairies", "Ceramics",
)  # fmt: skip
"""40 and 27: 41 = 40 + 1 and 27 share no factor, so the first 40 · 27 firms have different names."""

UNITS = (
    ("Private Circuits", "private circuits"), ("ADSL", "ADSL connections"),
    ("Switchboards", "office switchboards"), ("ISDN", "ISDN lines"), ("Frame Relay", "frame relay links"),
    ("Freephone", "freephone numbers"), ("Mobile Fleets", "company mobiles"),
    ("Web Hosting", "web hosting"), ("Virtual Networks", "virtual networks"), ("Cabling", "office cabling"),
    ("Conferencing", "conference lines"), ("Number Porting", "ported numbers"),
    ("Satellite", "satellite links"), ("Voicemail", "voicemail boxes"), ("Call Routing", "call routing"),
    ("Firewalls", "managed firewalls"), ("Fax", "fax lines"), ("Alarm Lines", "alarm lines"),
    ("Paging", "pagers"), ("Card Terminals", "card terminals"),
)  # fmt: skip
"""Service units and what they look after (private circuits: 000-44, ADSL: 000-10); others are numbered."""


def name_of_unit(unit: int) -> str:
    """Name of a service unit, as in 'the ADSL unit'."""
    return UNITS[unit][0] if unit < len(UNITS) else f"Product {unit + 1}"


def product_of_unit(unit: int) -> str:
    """What a service unit looks after, as in 'a complaint about ADSL connections'."""
    return UNITS[unit][1] if unit < len(UNITS) else f"product {unit + 1}"


def name_of_account(account: int) -> str:
    """Name of a customer firm."""
    first, turn = account % len(FIRMS), account // len(FIRMS)
    name = f"{FIRMS[first]} {TRADES[(first + turn * (len(FIRMS) + 1)) % len(TRADES)]}"
    series = account // (len(FIRMS) * len(TRADES))
    return f"{name} {series + 1}" if series else name


def name_of_caller(account: int, caller: int, callers_per_account: int) -> str:
    """Name of one of the people of an account who call; no two of one account share it."""
    names = BY_ROLE["caller"]
    return _with_initial(names[(account * callers_per_account + caller) % len(names)], caller // len(names))


def name_of_person(result, role: str, row: int, time: float = float("inf"), leaving: bool = False) -> str:
    """First name of whoever holds a post at a time of a run.

    Parameters
    ----------
    result : a run with its event log.
    role : 'salesperson', 'rep' or 'manager' (rows of `world.managers`, who stay).
    row : row of the post in the table of the role.
    time : working minutes; at the minute in which somebody leaves, the successor's name is given.
    leaving : the name of whoever leaves at `time` instead.
    """
    before = generation(result, role, row, time) - (1 if leaving else 0)
    world = result.world
    posts = {"salesperson": world.salespeople, "rep": world.reps, "manager": world.managers}
    return name_of_post(role, row, before, len(posts[role]))


def name_of_post(role: str, row: int, before: int, n_posts: int) -> str:
    """First name of whoever holds a post after so many others, in an organisation with so many posts of the role."""
    names, place = BY_ROLE[role], row + before * n_posts
    return _with_initial(names[place % len(names)], place // len(names))


def generation(result, role: str, row: int, time: float = float("inf")) -> int:
    """How many people have left a post until a time (working minutes), by the log."""
    if role not in LEAVING:
        return 0
    log = result.log
    left = np.isin(log["event"], LEAVING[role]) & (log["actor"] == row) & (log["time"] <= time)
    return int(np.count_nonzero(left))


def _with_initial(name: str, series: int) -> str:
    """The name itself at first, then with an initial that tells namesakes apart: Ana, Ana B., Ana C."""
    if series == 0:
        return name
    return f"{name} {chr(65 + series % 26)}{'' if series < 26 else series // 26}."
