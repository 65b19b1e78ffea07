"""What to watch: what an answer that looks good may hide, in a few sentences for whoever decides."""

from collections.abc import Iterator, Mapping

import pandas as pd

from reports.captions.naming import MOST_NAMED
from reports.effects import change
from reports.figures.groups import rows_of
from reports.figures.staff_load import load
from reports.figures.week_clock import SHORT_PCT, short_hours
from reports.frames import CHANGE, mean_interval
from reports.sections.groups import SHOWN
from reports.study import Study
from reports.words import count_word, estimate, listing, quoted

NOTHING = (
    "Nothing stands out: no role is short of hands in any hour of the week, and the waiting list does not grow from "
    "the beginning of the measured time to its end."
)
ONCE = "One replication cannot tell luck from trouble: run at least five to see what to watch."
GROWTH = 1.0
"""People by which the list must grow before it is worth a sentence."""
NOTICED_H = 4
"""Short hours of a week by which an alternative must differ before it is named by itself."""
MOST_ROLES = 3
CHANCE = 1 / 40
"""Share of differences that are none of which a 95 % interval is by chance wholly on the bad side."""


def watch(study: Study) -> list[str]:
    """Sentences on the list, the roster and groups who lose; one that says so when there is nothing to say."""
    said = [*_list_grows(study), *_short_of_hands(study), *_who_loses(study)]
    return said or [NOTHING if study.replications > 1 else ONCE]


def _list_grows(study: Study) -> Iterator[str]:
    """A list that is longer in the last quarter than in the first, by more than chance."""
    daily = study.frame("daily")
    quarter = study.days // 4
    if not quarter:
        return
    runs = ["scenario", "replication"]
    first, last = (
        daily[days].groupby(runs, sort=False)["waiting"].mean()
        for days in (daily["day"] < quarter, daily["day"] >= study.days - quarter)
    )
    growth = mean_interval((last - first).rename("more").reset_index(), ["scenario"], "more", CHANGE)
    growing = growth[(growth["low"] > 0) & (growth["mean"] >= GROWTH)]
    named = [
        f"by {estimate(row['mean'], row['low'], row['high'], 'people')}{_under(study, row['scenario'])}"
        for _, row in growing.iterrows()
    ]
    if named:
        yield (
            f"The waiting list is still growing: from the first quarter of the time to the last {_some(named)}. More "
            "is asked of the unit than it can do, and a longer run would show longer waits than this one."
        )


def _short_of_hands(study: Study) -> Iterator[str]:
    """How many hours of the week each role is short: as things are, and where an alternative makes that differ."""
    hours = _short_by_role(study)
    base = study.base["id"]
    named = [f"{_roles(hours[base]) or 'none'}{_under(study, base)}"] if any(map(len, hours.values())) else []
    others = [scenario["id"] for scenario in study.alternatives]
    differing = [scenario for scenario in others if _differ(hours[scenario], hours[base])]
    named += [f"{_roles(hours[scenario]) or 'none'}{_under(study, scenario)}" for scenario in differing]
    if named:
        alike = "; about as many under each alternative" if others and not differing else ""
        rest = "; about as many under the others" if differing and len(differing) < len(others) else ""
        yield (
            f"Hours of the week in which at least {SHORT_PCT:.0f} % of those on shift are busy, so that little is left "
            f"for whoever comes next: {_some(named)}{alike or rest}."
        )


def _short_by_role(study: Study) -> dict[str, dict[str, int]]:
    """Scenario to role to the hours of the week in which it is short, the shortest role first."""
    hourly = study.frame("hourly").replace({"role": study.roles})
    short = short_hours(load(hourly)) if len(hourly) else pd.DataFrame(columns=["scenario", "role"])
    return {
        scenario: {str(role): int(hours) for role, hours in rows["role"].value_counts().items()}
        for scenario in study.names
        for rows in [short[short["scenario"] == scenario]]
    }


def _differ(hours: Mapping[str, int], base: Mapping[str, int]) -> bool:
    return any(abs(hours.get(role, 0) - base.get(role, 0)) >= NOTICED_H for role in {*hours, *base})


def _roles(hours: Mapping[str, int]) -> str:
    """`prescriber 29, counsellor 18 and nurse 9`."""
    told, rest = [f"{role} {count}" for role, count in hours.items()], len(hours) - MOST_ROLES
    return listing([*told[:MOST_ROLES], count_word(rest, "more role")] if rest > 1 else told)


def _who_loses(study: Study) -> Iterator[str]:
    """For each alternative, how many of the groups shown are clearly worse off in a measure that is shown."""
    table, people = study.frame("group_differences"), study.frame("group_summary")
    shown = {line.key for line in rows_of(people[people["scenario"] == study.base["id"]])}
    table = table[table["measure"].isin(SHOWN)].dropna(subset="difference")
    table = table.loc[[key in shown for key in zip(table["split"], table["group"], strict=True)]]
    worse = table[table["verdict"].str.startswith("worse")]
    named = [
        f"{count_word(len(rows), 'such difference')}, the clearest {_change(study, rows)}{_under(study, scenario)}"
        for scenario, rows in worse.groupby("scenario", sort=False)
    ]
    if named:
        alone = "" if len(worse) > CHANCE * len(table) else " So few may well be chance."
        yield (
            f"Groups of people who are clearly worse off in a measure that is shown by group: {_some(named)}. "
            f"{len(table):,} differences were looked at, of which chance alone makes up to one in forty look so.{alone}"
        )


def _change(study: Study, rows: pd.DataFrame) -> str:
    """`“Uses every day”, self-discharge 0.3 points more`: the one that is farthest from zero beside its interval."""
    worst = rows.iloc[(rows["difference"].abs() / (rows["high"] - rows["low"])).to_numpy().argmax()]
    measure = next(each for each in study.measures if each.name == worst["measure"])
    return f"{quoted(worst['label'])}: {change(measure, worst)}"


def _some(named: list[str]) -> str:
    rest = len(named) - MOST_NAMED
    parts = named if rest <= 0 else [*named[:MOST_NAMED], f"{rest} more"]
    return "; ".join(parts) if any("," in part for part in parts) else listing(parts)


def _under(study: Study, scenario: object) -> str:
    return f" under {quoted(study.names[str(scenario)])}" if study.alternatives else ""
