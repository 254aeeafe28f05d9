# TAB for carelog in fish. Made by scripts/make_for_shells.py: commands, options and fixed words stand here, and carelog
# itself is asked for names of the journal alone, and for what this script does not know.

function __carelog_look_up # PATH: sets names, flags, places, alone, before_words of a command or group
    set -g __carelog_names
    set -g __carelog_flags
    set -g __carelog_places
    set -g __carelog_alone
    set -g __carelog_before_words
    switch $argv[1]
@TABLE@
        case '*'
            return 1
    end
    set -a __carelog_flags @EVERYWHERE@
    return 0
end

function __carelog_ask # takes words, never code
    set -lx _CARELOG_COMPLETE complete_fish
    set -lx _CARELOG_WORDS (string join \x1f -- (commandline -opc))
    set -lx _CARELOG_WORD (commandline -ct)
    carelog 2>/dev/null
    if test $status -eq 3
        __fish_complete_path (commandline -ct)
    end
end

function __carelog_add # BEFORE BEGUN WORD|HELP...: what fits; asks carelog where there is nothing
    set -l pattern (string escape --style=regex -- $argv[2])
    if test -n "$argv[2]"; and not string match -qri -- "^[^|]*$pattern" $argv[3..]
        __carelog_ask
        return
    end
    for each in $argv[3..]
        set -l word (string split -m 1 '|' -- $each)
        echo $argv[1](string join \t -- $word)
    end
end

function __carelog_names_and_files # BEGUN: the commands that begin so, and the files
    for each in $__carelog_names
        string match -q -- "$argv[1]*" $each
        and string join \t -- (string split -m 1 '|' -- $each)
    end
    __carelog_offer f '' "$argv[1]"
end

function __carelog_offer # KIND BEFORE BEGUN
    switch "$argv[1]"
        case j
            __carelog_ask
        case f
            for each in (__fish_complete_path "$argv[3]")
                echo "$argv[2]$each"
            end
        case '=*'
            __carelog_add "$argv[2]" "$argv[3]" (string split ';' -- (string sub -s 2 -- $argv[1]))
    end
end

function __carelog_flag # NAME: sets known to the names of this option, kind to what follows it
    for each in $__carelog_flags
        set -l parts (string split -m 2 '|' -- $each)
        if contains -- $argv[1] (string split / -- (string trim -l -c + -- $parts[1]))
            set -g __carelog_known $parts[1]
            set -g __carelog_kind $parts[2]
            return 0
        end
    end
    return 1
end

function __carelog_offer_flags # BEGUN: the options, none that was given and counts once
    set -l offered
    for each in $__carelog_flags
        set -l parts (string split -m 2 '|' -- $each)
        if string match -q '+*' -- $parts[1]; or not contains -- $parts[1] $__carelog_given
            for form in (string split / -- (string trim -l -c + -- $parts[1]))
                set -a offered "$form|$parts[3]"
            end
        end
    end
    __carelog_add '' $argv[1] $offered
end

function __carelog_enter # WORD: goes one step down; where there is none of that name, everything stays
    set -l were $__carelog_places
    set -l below (string trim -- "$__carelog_path $argv[1]")
    if test -z "$__carelog_path" -a "$argv[1]" = help
        set -g __carelog_is_manual 1
        set -g __carelog_names $__carelog_names[..-2] @TOPICS@
    else if __carelog_look_up $below
        set -g __carelog_path $below
    else
        __carelog_look_up "$__carelog_path"
        set -g __carelog_places $were
        return 1
    end
end

function __carelog_read # WORD: goes on from a word before the cursor; fails where this table does not know it
    if test -n "$__carelog_wanted"
        set -g __carelog_wanted
    else if test -n "$__carelog_is_text"; or not string match -qr -- '^-[^0-9]' $argv[1]
        __carelog_read_word $argv[1]
        return
    else if test "$argv[1]" = --
        set -g __carelog_is_text 1
    else
        set -l name (string split -m 1 = -- $argv[1])
        if not __carelog_flag $name[1]
            test -n "$__carelog_before_words"
            and __carelog_enter $__carelog_before_words
            and __carelog_flag $name[1]
            or return 1
        end
        set -a __carelog_given $__carelog_known
        if not set -q name[2]
            set -g __carelog_wanted $__carelog_kind
        end
    end
    return 0
end

function __carelog_read_word # WORD: goes into a group, or past an argument
    if set -q __carelog_names[1]
        if test -z "$__carelog_is_text"; and string match -q -- "$argv[1]|*" (string replace -r '(\|.*)?$' '|' -- $__carelog_names)
            __carelog_enter $argv[1]
            return
        end
        if set -q __carelog_places[1]
            set -g __carelog_names
        else
            test -n "$__carelog_before_words"
            and __carelog_enter $__carelog_before_words
            or return 1
        end
    end
    if string match -q '=*' -- $__carelog_places[1]; and __carelog_enter $argv[1]
        return 0
    end
    string match -q '+*' -- $__carelog_places[1]
    or set -e __carelog_places[1]
    return 0
end

function __carelog_completion
    set -l typed (commandline -opc)
    set -l begun (commandline -ct)
    set -l value (string split -m 1 = -- $begun)
    for each in path given wanted is_text is_manual
        set -g __carelog_$each
    end
    __carelog_look_up ''
    for each in $typed[2..]
        if test -n "$__carelog_is_manual"; and string match -q -- '-*' $each; or not __carelog_read $each
            __carelog_ask
            return
        end
    end
    if test -n "$__carelog_wanted"
        __carelog_offer $__carelog_wanted '' "$begun"
    else if test -z "$__carelog_is_text$__carelog_is_manual"; and string match -q -- '-*' $begun
        set -q __carelog_names[1]; and test -n "$__carelog_alone"; and __carelog_enter $__carelog_alone
        if not set -q value[2]
            __carelog_offer_flags $begun
        else if __carelog_flag $value[1]
            __carelog_offer "$__carelog_kind" "$value[1]=" "$value[2]"
        else
            __carelog_ask
        end
    else if set -q __carelog_names[1]; and set -q __carelog_places[1]; and test -z "$__carelog_is_text$__carelog_is_manual"
        __carelog_names_and_files "$begun"
    else if set -q __carelog_names[1]; and test -z "$__carelog_is_text"
        __carelog_add '' "$begun" $__carelog_names
    else if test -z "$__carelog_is_manual"; and set -q __carelog_places[1]
        __carelog_offer (string trim -l -c + -- $__carelog_places[1]) '' "$begun"
    end
    return 0
end

complete --command carelog --no-files --arguments '(__carelog_completion)'
