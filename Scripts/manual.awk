# Turns what `entente --experimental-dump-help` prints (JSON) into a manual page (man(7)); called by Scripts/manual.
#
# The JSON is read token by token into `value`, by path: value["command.subcommands.1.abstract"]; the number of items
# of an array is in `size`. Options that several verbs share are set out once, in a section of their own.

BEGIN { RS = "\n"; depth = 0; shared_least = 3 }

# Reading

{
    rest = $0
    while (rest != "") {
        if (match(rest, /^[ \t\r]+/)) {
            rest = substr(rest, RLENGTH + 1)
        } else if (match(rest, /^"([^"\\]|\\.)*"/)) {
            text = unescaped(substr(rest, 2, RLENGTH - 2))
            rest = substr(rest, RLENGTH + 1)
            if (in_object[depth] && !has_key[depth]) { key[depth] = text; has_key[depth] = 1 } else take(text)
        } else if (match(rest, /^[{]/)) {
            open(1)
        } else if (match(rest, /^\[/)) {
            open(0)
        } else if (match(rest, /^[}\]]/)) {
            if (!in_object[depth]) size[path[depth]] = index_of[depth]
            depth--
            has_key[depth] = 0
            rest = substr(rest, 2)
        } else if (match(rest, /^[:,]/)) {
            rest = substr(rest, 2)
        } else if (match(rest, /^[^][{}:," \t\r]+/)) {
            text = substr(rest, 1, RLENGTH)
            rest = substr(rest, RLENGTH + 1)
            take(text)
        } else {
            failed = "line " NR ": not JSON: " rest
            exit
        }
    }
}

function open(is_object,   name) {
    name = place()
    depth++
    path[depth] = name
    in_object[depth] = is_object
    index_of[depth] = 0
    has_key[depth] = 0
    rest = substr(rest, 2)
}

# The path of the value that comes next.
function place(   name) {
    if (depth == 0) return ""
    if (in_object[depth]) name = key[depth]; else name = ++index_of[depth]
    return path[depth] == "" ? name : path[depth] "." name
}

function take(text) {
    value[place()] = text
    has_key[depth] = 0
}

function unescaped(text,   out, at, mark) {
    out = ""
    while ((at = index(text, "\\")) > 0) {
        mark = substr(text, at + 1, 1)
        out = out substr(text, 1, at - 1)
        if (mark == "n") out = out "\n"
        else if (mark == "t") out = out "\t"
        else if (mark == "r" || mark == "b" || mark == "f") out = out " "
        else if (mark == "u") { at += 4; out = out "?" }
        else out = out mark
        text = substr(text, at + 2)
    }
    return out text
}

# Writing

# Text as troff takes it literally: a hyphen stays the hyphen that one types, nothing is read as a request.
function literal(text) {
    gsub(/\\/, "\\e", text)
    gsub(/-/, "\\-", text)
    gsub(/…/, "...", text)
    if (text ~ /^[.']/) text = "\\\\&" text
    return text
}

# Paragraphs: indented lines are kept as they are, others are filled. Returns nothing; "Exit status:" is kept for later.
function paragraphs(text,   lines, n, i, line, verbatim, fresh) {
    n = split(text, lines, "\n")
    verbatim = 0
    fresh = 1
    for (i = 1; i <= n; i++) {
        line = lines[i]
        if (line ~ /^Exit status: /) {
            exit_status = substr(line, 14)
            while (i < n && lines[i + 1] !~ /^$/) exit_status = exit_status " " lines[++i]
            continue
        }
        if (line ~ /^  / && !verbatim) { print ".PP"; print ".RS 4"; print ".nf"; verbatim = 1 }
        if (line !~ /^  / && verbatim) { print ".fi"; print ".RE"; verbatim = 0; fresh = 1 }
        if (line ~ /^ *$/) { fresh = 1; continue }
        if (verbatim) { sub(/^  /, "", line) } else if (fresh) { print ".PP"; fresh = 0 }
        print literal(line)
    }
    if (verbatim) { print ".fi"; print ".RE" }
}

# The name of an argument as it is typed, from the path of one of its names.
function dashed(name) {
    return (value[name ".kind"] == "long" ? "--" : "-") value[name ".name"]
}

function preferred(argument) { return dashed(argument ".preferredName") }

# "-o, --output FILE", with fonts.
function heading(argument,   out, i) {
    if (value[argument ".kind"] == "positional") return "\\fI" literal(toupper(value[argument ".valueName"])) "\\fR"
    out = ""
    for (i = 1; i <= size[argument ".names"]; i++) {
        out = out (i > 1 ? ", " : "") "\\fB" literal(dashed(argument ".names." i)) "\\fR"
    }
    if (value[argument ".kind"] == "option") out = out " \\fI" literal(value[argument ".valueName"]) "\\fR"
    return out
}

function synopsis(verb,   out, i, argument, name) {
    out = ""
    for (i = 1; i <= size[verb ".arguments"]; i++) {
        argument = verb ".arguments." i
        if (value[argument ".shouldDisplay"] != "true") continue
        if (value[argument ".kind"] == "positional") {
            name = "\\fI" literal(toupper(value[argument ".valueName"])) "\\fR"
            if (value[argument ".isRepeating"] == "true") name = name "..."
            out = out " " (value[argument ".isOptional"] == "true" ? "[" name "]" : name)
        } else if (value[argument ".isOptional"] != "true") {
            out = out " \\fB" literal(preferred(argument)) "\\fR \\fI" literal(value[argument ".valueName"]) "\\fR"
        }
    }
    return out " [\\fIoptions\\fR]"
}

# What makes two options of two verbs one and the same.
function identity(argument) { return preferred(argument) "\t" value[argument ".abstract"] }

function describe(argument,   text) {
    print ".TP"
    print heading(argument)
    text = value[argument ".abstract"]
    if (value[argument ".discussion"] != "") text = text (text == "" ? "" : " ") value[argument ".discussion"]
    gsub(/\n/, " ", text)
    if (value[argument ".defaultValue"] != "" && value[argument ".kind"] == "option") {
        text = text (text == "" ? "" : " ") "Default: " value[argument ".defaultValue"] "."
    }
    print literal(text == "" ? "(no description)" : text)
}

# The shared options of a verb in words: those that it lacks are told where they are few.
function the_shared(common,   lacking, i, few) {
    few = ""
    lacking = 0
    for (i = 1; i <= all_shared; i++) {
        if (index(common ",", shared_name[i] ",") > 0) continue
        lacking++
        few = few (few == "" ? "" : " and ") shared_name[i]
    }
    if (lacking == 0) return "all shared options"
    return lacking <= 2 ? "all shared options but " few : "the shared options " common
}

function is_listed(argument) {
    return value[argument ".shouldDisplay"] == "true" && preferred(argument) !~ /^--(help|version)$/
}

END {
    if (failed == "" && value["command.commandName"] != "entente") failed = "this is not the help of entente"
    if (failed != "") { print "manual: " failed > "/dev/stderr"; exit 1 }

    verbs = size["command.subcommands"]
    for (v = 1; v <= verbs; v++) {
        verb = "command.subcommands." v
        for (i = 1; i <= size[verb ".arguments"]; i++) {
            argument = verb ".arguments." i
            if (value[argument ".kind"] == "positional" || !is_listed(argument)) continue
            if (++used[identity(argument)] == shared_least) shared_name[++all_shared] = preferred(argument)
        }
    }

    print ".\\\" Made by Scripts/manual from the command's own help. Change the help, then run Scripts/manual."
    print ".TH ENTENTE 1 \"\" \"Entente " version "\" \"User Commands\""
    print ".SH NAME"
    summary = value["command.abstract"]
    sub(/\.$/, "", summary)
    print "entente \\- " literal(summary)
    print ".SH SYNOPSIS"
    print ".B entente"
    print "\\fIverb\\fR [\\fIarguments\\fR] [\\fIoptions\\fR]"
    print ".SH DESCRIPTION"
    paragraphs(value["command.discussion"])

    print ".SH VERBS"
    for (v = 1; v <= verbs; v++) {
        verb = "command.subcommands." v
        if (value[verb ".commandName"] == "help" || value[verb ".shouldDisplay"] == "false") continue
        print ".SS " value[verb ".commandName"]
        print "\\fBentente " literal(value[verb ".commandName"]) "\\fR" synopsis(verb)
        print ".PP"
        print literal(value[verb ".abstract"])
        paragraphs(value[verb ".discussion"])
        common = ""
        for (i = 1; i <= size[verb ".arguments"]; i++) {
            argument = verb ".arguments." i
            if (!is_listed(argument)) continue
            if (value[argument ".kind"] == "positional" || used[identity(argument)] < shared_least) describe(argument)
            else common = common (common == "" ? "" : ", ") preferred(argument)
        }
        if (common != "") {
            print ".PP"
            print literal("And " the_shared(common) ".")
        }
    }

    print ".SH SHARED OPTIONS"
    for (v = 1; v <= verbs; v++) {
        verb = "command.subcommands." v
        for (i = 1; i <= size[verb ".arguments"]; i++) {
            argument = verb ".arguments." i
            if (value[argument ".kind"] == "positional" || !is_listed(argument)) continue
            if (used[identity(argument)] < shared_least || identity(argument) in told) continue
            told[identity(argument)] = 1
            describe(argument)
        }
    }
    print ".TP"
    print "\\fB\\-h\\fR, \\fB\\-\\-help\\fR"
    print "Help on the command or on a verb."
    print ".TP"
    print "\\fB\\-\\-version\\fR"
    print "The version of the command."

    if (exit_status != "") {
        print ".SH EXIT STATUS"
        print literal(exit_status)
    }
    print ".SH ENVIRONMENT"
    print ".TP"
    print ".B COLUMNS"
    print "The width of tables where the output is no terminal; 120 where it is not set."
    print ".SH SEE ALSO"
    print ".BR dot (1)"
}
