internal import EDTF
internal import Entente

/// What is gathered while the files of one graph are read: its parts, the problems, and what files share.
final class Reading {
    var draft = GraphDraft()
    var problems: [Problem] = []
    /// The place where the graph's own information stands, once it is read.
    var informationPlace: SourceLocation?
    private var texts: [String: SourceText] = [:]
    private var strings: Set<String> = []
    private var dates: [String: Result<EDTFDate, EDTFError>] = [:]

    // MARK: Problems

    func report(
        _ code: String,
        file: String,
        line: Int = 0,
        column: Int = 0,
        _ message: String,
        hint: String? = nil,
        severity: Problem.Severity = .error
    ) {
        problems.append(
            Problem(
                severity,
                code: code,
                at: SourceLocation(file: file, line: line, column: column),
                message,
                hint: hint
            )
        )
    }

    func report(_ error: FormatsError, file: String) {
        report(error.code.rawValue, file: file, error.message, hint: error.hint)
    }

    func report(_ fault: TextFault, in text: SourceText) {
        let place = text.place(of: fault.offset)
        report(
            fault.code,
            file: text.file,
            line: place.line,
            column: place.column,
            fault.message,
            hint: fault.hint
        )
        draft.unread.hasFiles = true
    }

    /// Keeps a file's text, so that problems can show their lines.
    func keep(_ text: SourceText) { texts[text.file] = text }

    /// Checks that all parts hold together; gives the graph and all problems in the order of files and lines.
    func finish() -> ReadResult {
        let (graph, found) = draft.validated()
        let nowhere = SourceLocation(file: "")
        var all = (problems + found).enumerated().sorted { a, b in
            (a.element.location ?? nowhere, a.offset) < (b.element.location ?? nowhere, b.offset)
        }.map(\.element)
        for index in all.indices {
            guard let location = all[index].location, location.line > 0 else { continue }
            all[index].sourceLine = texts[location.file]?.line(location.line)
        }
        let isSound = !all.contains { $0.severity == .error }
        return ReadResult(graph: isSound ? graph : nil, problems: all)
    }

    // MARK: What files share

    /// The one copy of a text that comes often.
    func intern(_ text: String) -> String {
        // Up to fifteen bytes a string needs no memory of its own.
        guard text.utf8.count > 15 else { return text }
        return strings.insert(text).memberAfterInsert
    }

    /// The date that a text is; each text is parsed once.
    func date(_ text: String) -> Result<EDTFDate, EDTFError> {
        if let known = dates[text] { return known }
        let result: Result<EDTFDate, EDTFError>
        do throws(EDTFError) {
            result = .success(try EDTFDate(text))
        } catch {
            result = .failure(error)
        }
        dates[text] = result
        return result
    }
}
