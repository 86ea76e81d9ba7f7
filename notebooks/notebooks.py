"""Executes, checks and renders the notebooks of this folder; 'run' beside it prepares what it needs."""

import argparse
import os
import pathlib
import re
import subprocess
import sys

import nbclient
import nbformat

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent
SECONDS_PER_CELL = 300


def notebooks():
    return sorted(HERE.glob("*.ipynb"))


def environment(release):
    """What a kernel finds: the release, this folder, and the driver for Java."""
    jars = sorted((ROOT / "jobs/target/lib").glob("duckdb_jdbc-*.jar"))
    os.environ["ZHIGONG_RELEASE"] = str(release)
    os.environ["PYTHONPATH"] = str(HERE)
    os.environ["JJAVA_CLASSPATH"] = ":".join(str(jar) for jar in jars)
    os.environ["JJAVA_JVM_OPTS"] = "--enable-native-access=ALL-UNNAMED -Djava.awt.headless=true"


def executed(path):
    """The notebook with its outputs. A failing cell ends it with its message."""
    notebook = nbformat.read(path, as_version=4)
    if notebook.metadata.kernelspec.name == "java" and not os.environ["JJAVA_CLASSPATH"]:
        raise SystemExit("notebooks: no DuckDB driver in jobs/target/lib: run ./zhigong once, which builds it")
    nbclient.NotebookClient(notebook, timeout=SECONDS_PER_CELL, resources={"metadata": {"path": str(HERE)}}).execute()
    return notebook


def each(release):
    """Every notebook, executed; says which fail and ends with 1 if one does."""
    environment(release)
    failed = []
    for path in notebooks():
        try:
            yield path, executed(path)
            print(f"ok: {path.name}", flush=True)
        except nbclient.exceptions.CellExecutionError as e:
            failed.append(path.name)
            said = re.sub(r"\x1b\[[0-9;]*m", "", f"{e.ename}: {e.evalue}" if e.ename else str(e))
            print(f"failed: {path.name}\n  {said}", flush=True)
    if failed:
        sys.exit(1)


def stripped(_):
    """Refuses a notebook of the repository that holds outputs: they would be figures of some release."""
    wrong = []
    for path in notebooks():
        cells = [cell for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "code"]
        if any(cell.outputs or cell.execution_count is not None for cell in cells):
            wrong.append(path.name)
    if wrong:
        print(f"Notebooks hold outputs: {', '.join(wrong)}. 'notebooks/run strip' removes them")
        sys.exit(1)
    print(f"ok: {len(notebooks())} notebooks without outputs")


def strip(_):
    for path in notebooks():
        notebook = nbformat.read(path, as_version=4)
        for cell in notebook.cells:
            if cell.cell_type == "code":
                cell.outputs, cell.execution_count = [], None
        nbformat.write(notebook, path)


def test(arguments):
    stripped(arguments)
    for _ in each(arguments.release):
        pass
    refusals(arguments.release)
    snippets(arguments.release)


def refusals(release):
    """What a notebook must not do ends it with a message: reading nothing, saying what the mart does not, reading elsewhere."""
    wrong = {
        "Release()": ("/nowhere", "There is no release at /nowhere: expected the file zhigong.duckdb there."),
        "Release().same(7.5, 'union_density')": (release, "This notebook says 7.5 where union_density of the mart has value = "),
        "Release().figure('union_densty')": (release, "Expected one figure of union_densty at 110000 for "),
        "Release().sql('drop table figures')": (release, "read-only mode"),
        "Release().sql(\"from read_text('/etc/hostname')\")": (release, "file system operations are disabled"),
    }
    for code, (folder, message) in wrong.items():
        ended = subprocess.run(
            [sys.executable, "-c", f"from desk import Release\n{code}"],
            env={**os.environ, "ZHIGONG_RELEASE": str(folder)},
            capture_output=True,
            text=True,
        )
        if ended.returncode == 0 or message not in ended.stderr:
            print(f"failed: {code} should end with '{message}', found: {ended.stderr.strip().splitlines()[-1:]}")
            sys.exit(1)
    print(f"ok: {len(wrong)} refusals")


def snippets(release):
    """Runs the Python and the SQL of the how-to page against the release, as its readers would."""
    page = (ROOT / "docs/how-to/look-into-a-release.md").read_text("utf-8")
    code = re.findall(r"```(python|sql)\n(.*?)```", page, re.S)
    home = pathlib.Path(release).parent.parent
    for language, text in code:
        if language == "sql":
            text = f"import duckdb\nwith duckdb.connect('{home}/current/zhigong.duckdb', read_only=True) as r:\n    assert r.execute('''{text}''').fetchall()"
        subprocess.run([sys.executable, "-c", f"home = {str(home)!r}\n{text}"], check=True, stdout=subprocess.DEVNULL)
    print(f"ok: {len(code)} snippets of docs/how-to/look-into-a-release.md")


def pages(arguments):
    """Renders every notebook with its outputs as a page of its own; the release itself is not touched."""
    import nbconvert

    target = pathlib.Path(arguments.to)
    target.mkdir(parents=True, exist_ok=True)
    exporter = nbconvert.HTMLExporter(template_name="basic", embed_images=True)
    for path, notebook in each(arguments.release):
        body, _ = exporter.from_notebook_node(notebook)
        (target / f"{path.stem}.html").write_text(PAGE.format(title=path.stem, body=body), "utf-8")
        print(f"{target / path.stem}.html", flush=True)


PAGE = """<!DOCTYPE html>
<html lang="zh"><head><meta charset="utf-8"><title>{title}</title>
<style>
body {{ max-width: 62rem; margin: 2rem auto; padding: 0 1.5rem; color: #1d2733; line-height: 1.6;
  font-family: "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", "WenQuanYi Micro Hei", system-ui, sans-serif; }}
h1 {{ font-size: 1.4rem; border-bottom: 3px solid #a61b1b; }} img, svg {{ max-width: 100%; height: auto; }}
pre {{ overflow-x: auto; padding: .6rem; background: #f4f6f8; font-size: .85rem; }}
table {{ border-collapse: collapse; font-size: .92rem; }} th, td {{ padding: .2rem .7rem; border-bottom: 1px solid #d9dfe5; text-align: right; }}
.prompt, .anchor-link {{ display: none; }}
</style></head><body>
{body}
</body></html>
"""


def jupyter(arguments):
    """Opens JupyterLab on the release, for this machine alone."""
    environment(arguments.release)
    words = ["-m", "jupyterlab", "--ip=127.0.0.1", f"--notebook-dir={HERE}", *arguments.more]
    os.execv(sys.executable, [sys.executable, *words])


def release(text):
    found = pathlib.Path(text)
    if not (found / "zhigong.duckdb").is_file():
        raise argparse.ArgumentTypeError(
            f"there is no release at {found}: expected the file zhigong.duckdb there; 'zhigong run' makes one"
        )
    return found.resolve()


def main():
    parser = argparse.ArgumentParser(prog="notebooks/run", description=__doc__)
    words = parser.add_subparsers(required=True, dest="word")
    for word, work in {"stripped": stripped, "strip": strip}.items():
        words.add_parser(word, help=work.__doc__).set_defaults(work=work)
    for word, work in {"test": test, "pages": pages, "jupyter": jupyter}.items():
        command = words.add_parser(word, help=work.__doc__)
        command.add_argument("release", type=release, metavar="RELEASE", help="a folder such as HOME/current")
        command.set_defaults(work=work, more=[])
        if word == "pages":
            command.add_argument("--to", required=True, metavar="DIR")
    arguments, more = parser.parse_known_args()
    if more and arguments.word != "jupyter":
        parser.error(f"unknown words {more}")
    arguments.more = more
    arguments.work(arguments)


if __name__ == "__main__":
    main()
