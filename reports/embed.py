"""What the page holds besides its text: style, scripts, figures as JSON, and the policy that lets nothing else in."""

import base64
import hashlib
import json
from typing import Any

import plotly.graph_objects as go
from markupsafe import Markup


def content_policy(scripts: list[str]) -> str:
    """Content Security Policy: these very scripts run, and nothing is fetched from anywhere.

    Plotly writes its own style rules while it draws, hence inline styles; it turns figures into blobs to save them.
    """
    hashes = " ".join(f"'sha256-{_digest(script)}'" for script in scripts)
    return (
        f"default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; img-src data: blob:; "
        "base-uri 'none'; form-action 'none'"
    )


def own(text: str) -> Markup:
    """Style or script that ships with the program, as it is."""
    return Markup(text)  # noqa: S704 - nothing in it comes from a scenario


def specification(fig: go.Figure) -> Markup:
    """A figure as a JSON block, without its template, which the page holds once."""
    spec = json.loads(fig.to_json())
    spec["layout"].pop("template", None)
    return data({"data": spec["data"], "layout": spec["layout"]})


def data(value: Any) -> Markup:
    """JSON that can stand inside a script element whatever text it holds."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for sign in ("<", ">", "&", "\u2028", "\u2029"):
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(text)  # noqa: S704 - every sign that HTML reads is escaped above


def _digest(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
