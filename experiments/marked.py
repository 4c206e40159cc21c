"""Parts of a page that a command writes, between two marks: `<!-- name -->` and `<!-- end of name -->`."""


def has_part(text: str, name: str) -> bool:
    """Whether a page has a place for the part."""
    return f"<!-- {name} -->" in text


def with_part(text: str, name: str, part: str) -> str:
    """The page with the part in its place, and no longer what stood there; as it is if it has no place for the part."""
    if not has_part(text, name):
        return text
    begin, end = f"<!-- {name} -->", f"<!-- end of {name} -->"
    before, rest = text.split(begin, 1)
    after = rest.split(end, 1)[1] if end in rest else rest
    return f"{before}{begin}\n{part}\n{end}{after}"
