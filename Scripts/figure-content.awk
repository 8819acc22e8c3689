# What a figure (SVG written by entente) says, without where it says it; called by Scripts/examples.
#
# Another version of Graphviz places things elsewhere, and with the places change the coordinates, the wrapping of the
# text around the drawing, the labels that found no room, and the ids, which hash the positions. What remains: the
# title and description, each entity and line with its data, style and tooltip, and the words around the drawing, one
# a line.

{
    if (prefix == "" && match($0, / class="ent-[0-9a-z]+"/)) prefix = substr($0, RSTART + 8, RLENGTH - 9)
    if (prefix != "") gsub(prefix, "ent")
    # A line break within a text belongs to it.
    gsub(/></, ">\n<")
    pieces = split($0, piece, "\n")
    for (i = 1; i <= pieces; i++) tell(piece[i])
}

function tell(text,   words, n, j) {
    if (text ~ /^<g id="ent-labels"/) labels = depth + 1
    if (text ~ /^<g[ >]/) depth++
    if (labels == 0) {
        if (text ~ /^<text / || (text ~ /^<tspan/)) {
            gsub(/<[^>]*>/, " ", text)
            n = split(text, words, " ")
            for (j = 1; j <= n; j++) print "  " words[j]
        } else if (text ~ /^<a /) {
            if (text != link) print text
            link = text
        } else if (text !~ /^<\//) {
            gsub(/ (x|y|cx|cy|r|rx|ry|d|dx|dy|width|height|viewBox|points|transform|style)="[^"]*"/, "", text)
            print text
        }
    }
    if (text ~ /^<\/g>/) {
        if (labels == depth) labels = 0
        depth--
    }
}
