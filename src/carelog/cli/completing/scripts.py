"""The scripts that shells load for completion: they hand over what was typed, and take words, never code.

The scripts of Typer let zsh run what is answered, and bash look for files in it: a name of the journal is neither.
"""

from __future__ import annotations

import os
from collections.abc import Sequence

from carelog.errors import InvalidValue

SHELLS = ("bash", "zsh", "fish", "powershell", "pwsh")
OPTIONS = ("--show-completion", "--install-completion")

BASH = r"""
_carelog_completion() {
    local out line
    COMPREPLY=()
    out=$(_CARELOG_COMPLETE=complete_bash _CARELOG_LINE="${COMP_LINE:0:COMP_POINT}" \
        _CARELOG_WORD="${COMP_WORDS[COMP_CWORD]}" "$1" 2>/dev/null)
    if [[ $? -eq 3 ]]; then compopt -o default -o filenames 2>/dev/null; return 0; fi
    while IFS= read -r line; do
        [[ -n $line ]] && COMPREPLY+=("$line")
    done <<<"$out"
    [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *= ]] && compopt -o nospace 2>/dev/null
    return 0
}

complete -F _carelog_completion carelog
"""
ZSH = r"""
#compdef carelog

_carelog_completion() {
    local -a values shown open
    local out line value
    out="$(_CARELOG_COMPLETE=complete_zsh _CARELOG_WORDS="${(pj:\x1f:)${(@)words[1,CURRENT]}}" \
        ${(Q)words[1]} 2>/dev/null)"
    if [[ $? -eq 3 ]]; then _files; return; fi
    [[ $PREFIX == --*=* ]] && compset -P '*='
    for line in "${(@f)out}"; do
        [[ -n $line ]] || continue
        value="${line%%$'\t'*}"
        if [[ $value == *= ]]; then open+=("$value"); continue; fi
        values+=("$value")
        if [[ $line == *$'\t'* ]]; then shown+=("$value -- ${line#*$'\t'}"); else shown+=("$value"); fi
    done
    (( $#open )) && compadd -U -S '' -a open
    (( $#values )) && compadd -U -l -d shown -a values
    return 0
}

if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
    _carelog_completion "$@"
else
    compdef _carelog_completion carelog
fi
"""
FISH = r"""
function __carelog_completion
    set -lx _CARELOG_COMPLETE complete_fish
    set -lx _CARELOG_WORDS (string join \x1f -- (commandline -opc))
    set -lx _CARELOG_WORD (commandline -ct)
    carelog 2>/dev/null
    if test $status -eq 3
        __fish_complete_path (commandline -ct)
    end
end

complete --command carelog --no-files --arguments '(__carelog_completion)'
"""


def use_own_scripts() -> None:
    """Let Typer print and install these scripts; its versions are pinned, because it has no public way for that."""
    from typer import _completion_shared

    own = {"bash": BASH, "zsh": ZSH, "fish": FISH}
    vars(_completion_shared)["_completion_scripts"].update(
        {name: text.replace("%", "%%") for name, text in own.items()}
    )


def with_shell_named(argv: Sequence[str]) -> list[str]:
    """The command line with the shell behind an option for completion: the one that is written there, else a parent's.

    Raises InvalidValue where none of those that can be completed in is there.
    """
    words = list(argv)
    place = next(number for number, word in enumerate(words) if word in OPTIONS)
    given = next((word for word in words[place + 1 :] if not word.startswith("-")), "")
    shell = given or _parent()
    if shell not in SHELLS:
        key = "program.shell-not-completed" if given else "program.shell-unknown"
        raise InvalidValue(key, shell=given, option=words[place])
    os.environ["_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION"] = "1"  # so that Typer takes the shell that is written
    return [*words[: place + 1], shell]


def _parent() -> str:
    from typer import _completion_shared

    return vars(_completion_shared)["_get_shell_name"]() or ""
