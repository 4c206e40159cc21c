"""Table of rules: every decision with a slot, its contract, its alternatives, the parameter that chooses."""

from model.document.markdown import code, table
from model.document.source import MODEL, Definition, definitions, docstring
from model.parameters import catalogue


def rules() -> str:
    """One line an alternative, grouped by slot; the default is set in bold."""
    parts = []
    for record in (r for r in catalogue().values() if r.slot):
        about = docstring(MODEL / "rules" / record.slot / "__init__.py")
        rows = [
            (f"**{code(name)}**" if name == record.default else code(name), rule(record.slot, name))
            for name in record.choices
        ]
        parts.append(
            f"**{record.slot}**, chosen by {code(record.full_name)}: {_prose(about)}\n\n"
            + table(("alternative", "rule"), rows)
        )
    return "\n\n".join(parts)


def sentence(slot: str, name: str) -> str:
    """First sentence of an alternative's docstring."""
    return _definition(slot, name).sentence


def rule(slot: str, name: str) -> str:
    """What an alternative does, by the whole of its docstring: in a sentence, and in formulas where it has them."""
    return _prose(_definition(slot, name).doc)


def _definition(slot: str, name: str) -> Definition:
    file = MODEL / "rules" / slot / f"{name}.py"
    return next(d for d in definitions(file) if d.kind == "function" and d.name == name)


def _prose(doc: str) -> str:
    return " ".join(doc.split())
