"""The command: `python -m bot serve | shell | train | rasa …`. Imports Rasa only after the environment is set."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from bot.runtime import environment, lean, logs, training
from bot.runtime.environment import ROOT
from bot.runtime.progress import step


class NoModel(Exception):
    """There is nothing to load."""

    def __str__(self) -> str:
        return "No model in models/. Train one first: python -m bot train"


class NoCatalogue(Exception):
    """The database cannot be reached or built."""

    def __init__(self, error: Exception) -> None:
        super().__init__(f"{str(error).splitlines()[0]} (check DATABASE_URL, or build it: make catalogue)")


def _need_catalogue() -> None:
    from study_catalogue import open_catalogue

    try:
        open_catalogue()
    except Exception as error:
        raise NoCatalogue(error) from error


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. Returns the exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    environment.prepare()
    if words[:1] == ["rasa"]:
        return _rasa(words[1:])
    options = _parser().parse_args(words)
    logs.quiet_warnings(keep=UserWarning if options.command == "train" else None)
    try:
        return int(options.run(options))
    except (NoModel, NoCatalogue, training.TrainingFailed) as error:
        print(f"{type(error).__name__}: {error}", file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bot", description="STEMpad: talk about STEM study choice.")
    commands = parser.add_subparsers(dest="command", required=True)
    serve = commands.add_parser("serve", help="page, REST door, Rasa and actions in one process")
    serve.add_argument("--port", type=int, default=5005)
    serve.add_argument("--host", default="127.0.0.1")
    serve.add_argument("--credentials", type=Path, default=ROOT / "credentials.yml")
    serve.set_defaults(run=_serve)
    shell = commands.add_parser("shell", help="talk in the terminal")
    shell.set_defaults(run=_shell)
    for command in (serve, shell):
        command.add_argument("--model", type=Path, help="a packed model; default: the newest in models/")
        command.add_argument("--actions", default="actions", help="the package of the actions")
        command.add_argument("--endpoints", type=Path, default=ROOT / "endpoints.yml")
    train = commands.add_parser("train", help="train when the sources have changed")
    train.add_argument("--force", action="store_true", help="train anyway")
    train.set_defaults(run=_train)
    commands.add_parser("rasa", help="any command of Rasa itself, with our environment: rasa data validate …")
    return parser


def _serve(options: argparse.Namespace) -> int:
    model = _chosen_model(options)
    _need_catalogue()
    with step("Loading Rasa"):
        from bot import server
        from bot.runtime import assistant
    logs.configure()
    parts = assistant.Parts(model, options.actions, options.endpoints)
    server.serve(parts, options.credentials, options.host, options.port, environment.allowed_origins())
    return 0


def _shell(options: argparse.Namespace) -> int:
    model = _chosen_model(options)
    _need_catalogue()
    with step("Loading Rasa"):
        from bot.channels.shell import run_shell, until_left
        from bot.runtime import assistant
    logs.configure()

    async def talk() -> None:
        agent = await assistant.load(assistant.Parts(model, options.actions, options.endpoints))
        await run_shell(agent)

    until_left(talk())
    return 0


def _train(options: argparse.Namespace) -> int:
    target = training.model_path(ROOT)
    if target.is_file() and not options.force:
        print(f"The model is up to date: {target.relative_to(ROOT)}")
        return 0
    _lean_unless(ROOT / "config.yml")
    with step("Loading Rasa"):
        import rasa.model_training  # noqa: F401
    logs.configure()
    with step("Training"):
        model = training.train(ROOT)
    print(f"Trained {model.relative_to(ROOT)}")
    return 0


def _rasa(words: list[str]) -> int:
    """Rasa's own command line, as `rasa` but with our environment."""
    _lean_unless(ROOT / "config.yml")
    from rasa.__main__ import main as rasa_main

    sys.argv = ["rasa", *words]
    rasa_main()
    return 0


def _chosen_model(options: argparse.Namespace) -> Path:
    model: Path | None = options.model or training.newest_model(ROOT)
    if model is None:
        raise NoModel
    if options.model is None and model != training.model_path(ROOT):
        print(f"The model {model.name} is older than its sources: python -m bot train", file=sys.stderr)
    _lean_unless(model)
    return model


def _lean_unless(config_or_model: Path) -> None:
    if not lean.needs_tensorflow(config_or_model):
        lean.leave_out_tensorflow()
