/// A place in a file that was read: where an entity or claim stands, or where something is wrong.
public struct SourceLocation: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The file as its reader named it (usually a path relative to the graph's folder).
    public var file: String
    /// The line, counted from 1; 0 where only the file is known.
    public var line: Int
    /// The column, counted from 1 in Unicode scalars; 0 where only the line is known.
    public var column: Int

    /// Makes a place; 0 stands for what is not known.
    public init(file: String, line: Int = 0, column: Int = 0) {
        self.file = file
        self.line = line
        self.column = column
    }

    /// `file:line:column`, as editors and compilers write it; parts that are unknown are left out.
    public var description: String {
        if line == 0 { return file }
        return column == 0 ? "\(file):\(line)" : "\(file):\(line):\(column)"
    }

    /// By file, line and column.
    public static func < (left: SourceLocation, right: SourceLocation) -> Bool {
        (left.file, left.line, left.column) < (right.file, right.line, right.column)
    }
}
