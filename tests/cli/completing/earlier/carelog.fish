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
