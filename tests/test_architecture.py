"""The rules of the house, checked by the machine; each test says in its first line which rule it keeps."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest

from chronology_app.core.resources import read_table

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = ("chronology_app", "installers", "tests", "resources")
FILES = sorted(p for name in FOLDERS for p in (ROOT / name).rglob("*") if p.is_file() and "__pycache__" not in p.parts)
MODULES = [path for path in FILES if path.suffix == ".py"]
APP = [path for path in MODULES if path.is_relative_to(ROOT / "chronology_app")]
TABLES = [path for path in FILES if path.suffix == ".toml" and path.is_relative_to(ROOT / "resources")]
TEXTS = [p for p in FILES if p.suffix in {".py", ".toml", ".md", ".txt"}] + [
    *ROOT.glob("*.md"),
    ROOT / "pyproject.toml",
]
SAYS_NOTHING = {"util", "utils", "helper", "helpers", "common", "manager", "controller", "base", "handler", "misc"}
NETWORK = re.compile(
    r"(socket|ssl|http|urllib\.request|urllib3|requests|httpx|aiohttp|ftplib|smtplib|poplib|imaplib|xmlrpc|telnetlib"
    r"|socketserver|asyncio|webbrowser|PySide6\.QtNetwork|PySide6\.QtWeb\w+)(\.|$)"
)


def named(path: Path) -> str:
    """The path as a reader of a failing test wants it."""
    return str(path.relative_to(ROOT))


def tree(path: Path) -> ast.Module:
    """The module, parsed."""
    return ast.parse(path.read_text("utf-8"))


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function and method of a module, nested ones included."""
    return (node for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def imports(path: Path) -> set[str]:
    """The dotted names a module imports, wherever the import stands."""
    found: set[str] = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def fault_in_a_new_python(code: str, *options: str) -> str:
    """Run code in a fresh interpreter; return what it said where it failed, "" where it did not."""
    ran = subprocess.run([sys.executable, *options, "-c", code], cwd=ROOT, capture_output=True, text=True)
    return ran.stderr or "it failed and said nothing" if ran.returncode else ""


def test_no_file_is_over_300_lines() -> None:
    """No file over 300 lines."""
    assert [f"{named(p)}: {n}" for p in MODULES if (n := len(p.read_text("utf-8").splitlines())) > 300] == []


def test_no_function_is_over_40_lines() -> None:
    """No function over 40 lines."""
    long = [
        f"{named(path)}: {function.name}"
        for path in MODULES
        for function in functions(path)
        if (function.end_lineno or 0) - function.lineno + 1 > 40
    ]
    assert long == []


def test_every_module_opens_with_the_sentence_that_says_why_it_exists() -> None:
    """Every module opens with the sentence that says why it exists."""
    first = {named(path): (ast.get_docstring(tree(path)) or "").partition("\n")[0] for path in MODULES}
    assert [name for name, line in first.items() if not line.endswith((".", "!", "?"))] == []


def test_every_public_function_says_what_it_does() -> None:
    """Every public function has a docstring."""
    silent = [
        f"{named(path)}: {node.name}"
        for path in (*APP, ROOT / "installers" / "start.py")
        for scope in ast.walk(tree(path))
        if isinstance(scope, ast.Module | ast.ClassDef) and not getattr(scope, "name", "").startswith("_")
        for node in scope.body
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
        if not ast.get_docstring(node) and not any(getattr(d, "id", "") == "override" for d in node.decorator_list)
    ]
    assert silent == []


def test_every_name_says_something() -> None:
    """No utils, helpers, common, manager, controller, base, handler."""
    empty = [named(path) for path in FILES if SAYS_NOTHING & set(re.split(r"[_.\W]", named(path).lower()))]
    classes = [
        f"{named(path)}: {node.name}"
        for path in APP
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ClassDef)
        and node.name.endswith(("Manager", "Controller", "Handler", "Helper", "Utils"))
    ]
    assert empty + classes == []


def test_imports_go_down_only() -> None:
    """Imports go down only: the contracts of import-linter."""
    checked = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as lint; lint()", "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert checked.returncode == 0, checked.stdout


def test_the_ground_floor_needs_nothing_but_python() -> None:
    """Core imports with every third-party package made unimportable."""
    modules = [f"chronology_app.core.{path.stem}" for path in APP if path.parent.name == "core"]
    code = f"import sys; sys.path.insert(0, {str(ROOT)!r})\nfor name in {modules}: __import__(name)"
    assert fault_in_a_new_python(code, "-I", "-S") == ""


def test_below_the_windows_nothing_needs_qt() -> None:
    """The command line and every floor below the windows import without Qt (migrations are run by alembic alone)."""
    names = [named(path)[:-3].replace("/", ".").replace("\\", ".") for path in APP if "migrations" not in path.parts]
    modules = [name for name in names if not re.match(r"chronology_app\.(app|gui|__main__)(\.|$)", name)]
    code = f"import sys; sys.modules['PySide6'] = None\nfor name in {modules}: __import__(name)"
    assert fault_in_a_new_python(code) == ""


def test_nothing_leaves_the_laptop() -> None:
    """No network code outside the opt-in team store."""
    assert [f"{named(p)}: {name}" for p in APP for name in imports(p) if NETWORK.match(name)] == []


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-test.txt"])
def test_packages_are_pinned_by_hash_and_from_nowhere_in_particular(name: str) -> None:
    """Hash-pinned dependencies, no registry address in any file."""
    text = (ROOT / "installers" / name).read_text("utf-8")
    pinned = re.split(r"\n(?=\S)", text.strip())
    assert all(re.match(r"[\w.-]+==\S+", one) and "--hash=sha256:" in one for one in pinned)
    assert "http" not in text
    assert "--index" not in text


def test_every_package_the_project_asks_for_is_pinned() -> None:
    """The locks hold what pyproject.toml asks for."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    for name, asked in (
        ("requirements.txt", project["dependencies"] + extras["setup"]),
        ("requirements-test.txt", project["dependencies"] + extras["setup"] + extras["test"] + extras["bench"]),
    ):
        pinned = set(re.findall(r"(?m)^([\w.-]+)==", (ROOT / "installers" / name).read_text("utf-8")))
        assert {re.split(r"[><=]", one)[0].lower() for one in asked} <= pinned


def test_nothing_is_left_to_do_and_nothing_points_at_one_machine() -> None:
    """Nothing put off, no path of one machine, no registry address."""
    words = re.compile(
        "|".join(("TO" + "DO", "FIX" + "ME", "XX" + "X", r"/wo" + "rk/", "/ro" + "ot/", "pyp" + "i\\.org"))
    )
    assert [f"{named(p)}: {hit[0]}" for p in TEXTS for hit in [words.search(p.read_text("utf-8"))] if hit] == []


@pytest.mark.parametrize("path", TABLES, ids=named)
def test_what_a_partnership_may_edit_explains_itself(path: Path) -> None:
    """Every table in resources/ begins with a comment that says what it is, and can be read."""
    assert re.match(r"# \S+", path.read_text("utf-8"))
    assert read_table(path.relative_to(ROOT / "resources").as_posix())


def test_resources_are_installed_with_the_package(tmp_path: Path) -> None:
    """`resources/` is installed with the package."""
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    with ZipFile(wheel) as packed:
        held = set(packed.namelist())
    wanted = {f"chronology_app/{named(path)}" for path in FILES if path.is_relative_to(ROOT / "resources")}
    assert {name.replace("\\", "/") for name in wanted} <= held
    assert "chronology_app/core/entry.py" in held
