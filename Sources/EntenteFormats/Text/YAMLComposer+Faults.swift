internal import Yams

extension YAMLComposer {
    /// A parser's error in the words of claims files.
    func textFault(_ error: YamlError, firstLine: Int) -> TextFault {
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            return syntaxFault(problem, at: mark, context: context, firstLine: firstLine)
        case .duplicatedKeysInMapping(let names, let context):
            return TextFault(
                code: "duplicate-key",
                offset: offset(of: context.mark, firstLine),
                message: "key \"\(names.first ?? "")\" is given more than once in this map",
                hint: "keep one of them"
            )
        case .memory:
            return TextFault(
                code: "yaml-syntax",
                offset: 0,
                message: "there is not enough memory to parse the file"
            )
        default:
            return TextFault(code: "yaml-syntax", offset: 0, message: "not valid YAML: \(error)")
        }
    }

    private func offset(of mark: Mark, _ firstLine: Int) -> Int {
        offset(line: firstLine + mark.line - 1, column: mark.column)
    }

    private func syntaxFault(
        _ problem: String,
        at mark: Mark,
        context: YamlError.Context?,
        firstLine: Int
    ) -> TextFault {
        let offset = offset(of: mark, firstLine)
        let advice = advice(on: problem, at: offset)
        var place = offset
        // Faults that are found late are shown where the part that they are in begins.
        if advice.isAtContext, let context { place = self.offset(of: context.mark, firstLine) }
        return TextFault(
            code: "yaml-syntax",
            offset: place,
            message: "not valid YAML: \(advice.message)",
            hint: advice.hint
        )
    }

    private struct Advice {
        var message: String
        var hint: String
        var isAtContext = false
    }

    private func advice(on problem: String, at offset: Int) -> Advice {
        let byte = offset < text.bytes.count ? text.bytes[offset] : 0
        let quoting = "put the text in quotes"
        switch problem {
        case "found character that cannot start any token":
            if byte == 0x09 {
                return Advice(
                    message: "a tab cannot stand here",
                    hint: "indent with spaces, two for each level"
                )
            }
            return Advice(message: "a text cannot begin with \"\(Unicode.Scalar(byte))\"", hint: quoting)
        case "mapping values are not allowed in this context":
            return Advice(
                message: "a second \": \" in one line",
                hint: "put a text that contains \": \" in quotes, or check the indentation of the line"
            )
        case "could not find expected ':'":
            return Advice(
                message: "a key without \":\"",
                hint: "write  key: value ; a text of several lines is indented or in quotes",
                isAtContext: true
            )
        case "did not find expected ',' or '}'", "did not find expected ',' or ']'":
            let bracket = problem.hasSuffix("'}'") ? "}" : "]"
            return Advice(
                message: "\",\" or \"\(bracket)\" is missing here",
                hint: "separate with commas; put a text that contains a comma, bracket or \": \" in quotes"
            )
        case "did not find expected key":
            return Advice(
                message: "a key of the map is expected here",
                hint: "indent the keys of one map alike; \(quoting)"
            )
        case "did not find expected '-' indicator":
            return Advice(
                message: "\"- \" is expected here",
                hint: "indent the items of one list alike, each after \"- \""
            )
        case "block sequence entries are not allowed in this context":
            return Advice(
                message: "a list cannot begin here",
                hint: "begin the list on a line of its own; \(quoting)"
            )
        case "did not find expected node content":
            return Advice(
                message: "a value is expected here",
                hint: "remove the comma or bracket, or write the value"
            )
        case "found undefined alias":
            return Advice(
                message: "an alias without an anchor",
                hint: "put a text that begins with \"*\" in quotes"
            )
        case "found unknown escape character":
            return Advice(
                message: "an unknown escape in double quotes",
                hint: "write \\\\ for a backslash, or use single quotes"
            )
        case "did not find expected alphabetic or numeric character":
            return Advice(
                message: "\"&\" and \"*\" have a meaning of their own at the start of a text",
                hint: quoting
            )
        case "did not find expected <document start>":
            return Advice(
                message: "text after the end of the map",
                hint: "indent the keys of one map alike; \(quoting)"
            )
        case "found unexpected ':'":
            return Advice(message: "an unexpected \":\"", hint: quoting)
        case "found unexpected document indicator":
            return Advice(
                message: "a line of \"---\" or \"...\" inside quotes",
                hint: "close the quotation before it, or indent it"
            )
        default:
            return Advice(message: problem, hint: "check quotes, brackets and indentation; \(quoting)")
        }
    }
}
