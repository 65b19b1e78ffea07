"""The tables of a results folder: their columns in order, and the kind of value each column holds."""

from collections.abc import Mapping

import pandas as pd

Frames = dict[str, pd.DataFrame]

TEXT, WHOLE, NUMBER = "str", "int64", "float64"
RUN = {"scenario": TEXT, "replication": WHOLE}
GROUP = {"split": TEXT, "group": TEXT, "label": TEXT}
"""A group of people: `split` is what people are told apart by, `label` what they are called."""
MEAN = {"mean": NUMBER, "low": NUMBER, "high": NUMBER, "n": WHOLE}
DIFFERENCE = {
    "difference": NUMBER, "low": NUMBER, "high": NUMBER, "n": WHOLE, "correlation": NUMBER, "independent_n": NUMBER,
    "verdict": TEXT,
}  # fmt: skip
FROM_START = ("occupied", "waiting", "boarding", "step_down", "referred")
"""Daily series that include the warm-up: mean levels of a day, and people referred on it."""

OF_A_REPLICATION: Mapping[str, Mapping[str, str]] = {
    "runs": RUN | {"measure": TEXT, "value": NUMBER},
    "groups": RUN | GROUP | {"measure": TEXT, "value": NUMBER, "people": WHOLE},
    "daily": RUN
    | {"day": WHOLE}
    | dict.fromkeys(("occupied", "reserved", "cleaning", "waiting", "boarding", "beds"), NUMBER),
    "from_start": RUN | {"day": WHOLE} | dict.fromkeys(FROM_START, NUMBER),
    "hourly": RUN | {"hour_of_week": WHOLE, "role": TEXT} | dict.fromkeys(("on_shift", "busy", "overtime"), NUMBER),
    "counts": RUN | {"topic": TEXT, "category": TEXT, "count": NUMBER},
    "flows": RUN | {"source": TEXT, "target": TEXT, "count": WHOLE},
    "waits": RUN | {"what": TEXT, "percentile": WHOLE, "hours": NUMBER},
    "scores": RUN | {"protocol": TEXT, "hour": NUMBER} | dict.fromkeys(("p10", "p50", "p90"), NUMBER) | {"n": WHOLE},
    "presence": RUN | {"state": TEXT, "hour": NUMBER, "share_pct": NUMBER},
    "tasks_due": RUN | {"task": TEXT, "fate": TEXT, "count": WHOLE},
    "month_after": RUN | {"source": TEXT, "target": TEXT, "count": WHOLE},
}
"""Each row belongs to one replication of one scenario."""

OF_ALL_REPLICATIONS: Mapping[str, Mapping[str, str]] = {
    "summary": {"scenario": TEXT, "measure": TEXT} | MEAN,
    "differences": {"scenario": TEXT, "base": TEXT, "measure": TEXT} | DIFFERENCE,
    "group_summary": {"scenario": TEXT} | GROUP | {"measure": TEXT} | MEAN | {"people": NUMBER},
    "group_differences": {"scenario": TEXT, "base": TEXT} | GROUP | {"measure": TEXT} | DIFFERENCE,
}
ON_REQUEST: Mapping[str, Mapping[str, str]] = {
    "pairs": {"scenario": TEXT, "base": TEXT, "measure": TEXT} | DIFFERENCE,
    "events": RUN | {"time_h": NUMBER, "patient": WHOLE, "event": TEXT, "value": NUMBER},
}
ALWAYS = {**OF_A_REPLICATION, **OF_ALL_REPLICATIONS}
COLUMNS = {**ALWAYS, **ON_REQUEST}


def typed(name: str, frame: pd.DataFrame) -> pd.DataFrame:
    """`frame` with the columns of the table `name`, in order and of their kinds, even when it has no rows."""
    columns = COLUMNS[name]
    return frame[list(columns)].astype(dict(columns))
