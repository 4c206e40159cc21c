"""Times, durations, numbers and money in words."""

NUMBERS = "no one two three four five six seven eight nine ten eleven twelve"
MORNING = 9 * 60
"""The working day begins at 9:00 (minutes after midnight)."""


def number(n: int) -> str:
    """A whole number: in letters up to twelve."""
    words = NUMBERS.split()
    return words[n] if 0 <= n < len(words) else f"{n:,}"


def counted(n: int, thing: str) -> str:
    """'one contact', 'three contacts'."""
    return f"{number(n)} {thing}{'' if n == 1 else 's'}"


def often(n: int) -> str:
    """'once', 'twice', 'three times'."""
    return {1: "once", 2: "twice"}.get(n, f"{number(n)} times")


def day_of(time: float, day_minutes: float) -> int:
    """Number of the working day in which a time (working minutes) lies; the first is day 1."""
    return int(time // day_minutes) + 1


def clock(time: float, day_minutes: float) -> str:
    """Time of day as '10:42'; a lunch break is not shown."""
    minutes = int(time % day_minutes) + MORNING
    return f"{minutes // 60 % 24}:{minutes % 60:02d}"


def moment(time: float, day_minutes: float) -> str:
    """'On day 112 at 10:42'."""
    return f"On day {day_of(time, day_minutes)} at {clock(time, day_minutes)}"


def duration(minutes: float, day_minutes: float) -> str:
    """A stretch of working time: exact to two hours, then in half hours to a day, then in half days."""
    if minutes < 0.5:
        return "less than a minute"
    if round(minutes) < 60:
        return counted(round(minutes), "minute")
    if round(minutes) < 120:
        rest = round(minutes) - 60
        return f"an hour and {counted(rest, 'minute')}" if rest else "an hour"
    if minutes < 0.95 * day_minutes:
        return _halves(minutes / 60.0, "hour")
    return _halves(minutes / day_minutes, "working day")


def _halves(value: float, unit: str) -> str:
    whole, half = divmod(round(2.0 * value), 2)
    if half:
        return f"{number(whole)} and a half {unit}s"
    return counted(whole, unit)


def dollars(value: float) -> str:
    """'$1,240'; below ten dollars with cents."""
    return f"${value:,.0f}" if value >= 10.0 else f"${value:,.2f}"


def share(value: float) -> str:
    """A number between 0 and 1 with two digits: '.58'."""
    text = f"{value:.2f}"
    return text[1:] if text.startswith("0") else text


def possessive(name: str) -> str:
    """'Ana's'; a firm in the plural gets no second s: 'Halvern Mills'' (but 'Marlow Press's')."""
    plural = " " in name and name.endswith("s") and not name.endswith("ss")
    return f"{name}'" if plural else f"{name}'s"


def joined(parts: list[str]) -> str:
    """'a', 'a and b', 'a, b and c'."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def capital(sentence: str) -> str:
    """The sentence with a capital letter in front."""
    return sentence[:1].upper() + sentence[1:]
