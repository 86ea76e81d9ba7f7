"""Opens one release for a notebook: read-only, and nothing else can be read through it."""

import os
import pathlib

import duckdb
import matplotlib
import matplotlib.font_manager
from IPython.display import Markdown, display

CONFIDENTIAL = "保密 confidential"
CHINESE_FONTS = [
    "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei", "WenQuanYi Zen Hei", "Microsoft YaHei", "PingFang SC", "SimHei"
]


class NoRelease(Exception):
    """There is nothing to read."""


def folder():
    """The release's folder: ZHIGONG_RELEASE, else the current one of ZHIGONG_HOME."""
    named = os.environ.get("ZHIGONG_RELEASE")
    home = pathlib.Path(os.environ.get("ZHIGONG_HOME", "zhigong-home"))
    found = pathlib.Path(named) if named else home / "current"
    if not (found / "zhigong.duckdb").is_file():
        raise NoRelease(
            f"没有可读的发布 / There is no release at {found}: expected the file zhigong.duckdb there. "
            "'zhigong run' makes one; notebooks/run opens the current one of a home"
        )
    # The folder itself, not the link: a notebook never mixes two releases.
    return found.resolve()


class Release:
    """One release, open for questions in SQL (schema marts)."""

    def __init__(self):
        self.folder = folder()
        self.id = self.folder.name
        self._connection = duckdb.connect(str(self.folder / "zhigong.duckdb"), read_only=True)
        self._connection.execute("set enable_external_access = false")
        self._connection.execute("use marts")
        self.period = self.one("select max(period) from figures where period_type = 'month'")
        self.year = self.period[:4]
        _speak_chinese()
        display(Markdown(f"发布 Release `{self.id}` · 截止 closing {self.period}{self._synthetic()}"))

    def _synthetic(self):
        is_synthetic = '"synthetic": true' in (self.folder / "manifest.json").read_text("utf-8").replace('" :', '":')
        return " · **合成数据 SYNTHETIC**" if is_synthetic else ""

    def sql(self, text):
        """The rows of a select as a data frame."""
        return self._connection.execute(text).df()

    def one(self, text):
        """The one value of a select."""
        return self._connection.execute(text).fetchone()[0]

    def figure(self, indicator, place="110000", period=None, scheme="geo", category="all"):
        """One figure of a whole place as a dictionary."""
        rows = self._connection.execute(
            "select * from figures where indicator = ? and place = ? and period = ? and place_scheme = ?"
            " and breakdown = 'none' and category = ?",
            [indicator, place, period or self.period, scheme, category],
        ).df().to_dict("records")
        if len(rows) != 1:
            raise LookupError(
                f"Expected one figure of {indicator} at {place} for {period or self.period} in release {self.id}, found {len(rows)};"
                f" 'zhigong figures --indicator {indicator}' lists what there is"
            )
        return rows[0]

    def same(self, stated, indicator, column="value", **which):
        """Refuses a number of this notebook that is not the mart's."""
        figure = self.figure(indicator, **which)
        of_mart = figure[column]
        if figure["protection"] != "open":
            raise AssertionError(f"{indicator} is protected at {figure['place']}: a notebook must not state {stated}")
        if of_mart != of_mart or abs(float(stated) - float(of_mart)) > 1e-9 * max(1.0, abs(float(of_mart))):
            raise AssertionError(f"This notebook says {stated} where {indicator} of the mart has {column} = {of_mart}")
        return stated


def shown(figure, form="{:.1%}"):
    """A figure as a person reads it: what is protected is neither nothing nor zero, and bounds are not a point."""
    if figure["protection"] != "open":
        return CONFIDENTIAL
    if figure["value"] == figure["value"]:
        return form.format(figure["value"])
    if figure["lower"] == figure["lower"]:
        return f"{form.format(figure['lower'])} – {form.format(figure['upper'])}"
    return f"无数 none ({figure['status']})"


def say(text):
    """Shows a paragraph."""
    display(Markdown(text))


def _speak_chinese():
    known = {font.name for font in matplotlib.font_manager.fontManager.ttflist}
    fonts = [name for name in CHINESE_FONTS if name in known]
    if not fonts:
        raise NoRelease(
            f"No font with Chinese characters: expected one of {CHINESE_FONTS}. Install one, such as fonts-wqy-microhei or fonts-noto-cjk"
        )
    matplotlib.rcParams["font.family"] = fonts[:1]
    matplotlib.rcParams["axes.unicode_minus"] = False
    matplotlib.rcParams["figure.figsize"] = (9, 4)
    matplotlib.rcParams["axes.spines.top"] = False
    matplotlib.rcParams["axes.spines.right"] = False
