internal import ArgumentParser
internal import EDTF
internal import Entente
internal import EntenteFormats

struct DateVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "date",
        abstract: "What a date in EDTF means, and how it stands to another one.",
        discussion: "Example: entente date \"2018-07\" \"[..2018-06-28]\""
    )

    @Argument(help: "A date in EDTF (ISO 8601-2).") var date: String
    @Argument(help: "Another date to compare it with.") var other: String?
    @OptionGroup(title: "Output") var output: OutputOptions

    func run() async throws {
        try output.write(
            Answer(try Self.read(date), comparedWith: try other.map(Self.read), in: ClaimGraph.empty)
        )
    }

    /// A date from the command line; a fault is shown with a caret, as in a file.
    private static func read(_ text: String) throws -> EDTFDate {
        do {
            return try EDTFDate(text)
        } catch {
            throw GraphDataError([
                Problem(
                    .error,
                    code: error.code.rawValue,
                    at: SourceLocation(file: "date", line: 1, column: error.column),
                    error.message,
                    hint: error.hint,
                    sourceLine: text
                )
            ])
        }
    }
}

struct SchemaVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "A JSON Schema of claims files, for editors.",
        discussion: """
            Editors that know the YAML language server complete and check claims files with it.

            Example: entente schema > claims.schema.json
            """
    )

    func run() async throws {
        try Output.write(ClaimsSchema.text)
    }
}
