"""The scripts that shells load for completion: they hand over what was typed, and take words, never code.

The scripts of Typer let zsh run what is answered, and bash look for files in it: a name of the journal is neither.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from carelog.cli.runtime.streams import say
from carelog.cli.table import COMPLETION_OPTIONS
from carelog.errors import InvalidValue
from carelog.wording.program import completion_set_up

SHELLS = ("bash", "zsh", "fish", "powershell", "pwsh")
PROGRAM = "carelog"

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


def hand_over(argv: Sequence[str]) -> int:
    """Set up completion for the shell that is named, else for a parent's, and say where; or write its script.

    Raises InvalidValue where none of those that can be completed in is there. The scripts of Typer are replaced in its
    module, which is pinned, because it has no public way for that.
    """
    from typer import _completion_shared

    typer_has = vars(_completion_shared)
    own = {"bash": BASH, "zsh": ZSH, "fish": FISH}
    typer_has["_completion_scripts"].update({name: text.replace("%", "%%") for name, text in own.items()})
    option, shell = _asked(argv)
    if option == "--install-completion":
        _, path = typer_has["install"](shell=shell, prog_name=PROGRAM)
        say(completion_set_up(shell, str(path)), sys.stdout)
    else:
        script = typer_has["get_completion_script"](prog_name=PROGRAM, complete_var="_CARELOG_COMPLETE", shell=shell)
        sys.stdout.write(f"{script}\n")
    return 0


def _asked(argv: Sequence[str]) -> tuple[str, str]:
    place = next(number for number, word in enumerate(argv) if word in COMPLETION_OPTIONS)
    given = next((word for word in argv[place + 1 :] if not word.startswith("-")), "")
    shell = given or _parent()
    if shell not in SHELLS:
        key = "program.shell-not-completed" if given else "program.shell-unknown"
        raise InvalidValue(key, shell=given, option=argv[place])
    return argv[place], shell


def _parent() -> str:
    from typer import _completion_shared

    return vars(_completion_shared)["_get_shell_name"]() or ""
