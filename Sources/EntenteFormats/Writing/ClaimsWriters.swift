public import Entente

/// Writes a graph as one claims file in YAML.
///
/// *Conventions.* The same graph is always the same text: sections in a fixed order, ids sorted, keys in the order of
/// the claims format, what has its default left out, lines that end in a line feed. A claim, entity or relation
/// that fits into 110 columns stands on one line. A text is in quotes exactly where a reader of YAML 1.1 or 1.2
/// would otherwise take it for something else than that text. A claim without an id of its own stays without one.
///
/// Comments and the division into files are not kept, for a graph does not know of them.
public enum ClaimsYAMLWriter {
    /// The text of a graph. Complexity: O(graph).
    ///
    /// - Throws: `FormatsError` with the code `not-writable` where the graph holds what a claims file cannot: a value that
    ///   is no finite number, an id with blanks, an id of more than 500 bytes.
    public static func text(of graph: ClaimGraph) throws(FormatsError) -> String {
        YAMLPrinter.text(of: try GraphTree.tree(of: graph))
    }
}

/// Writes a graph in the JSON form: the same sections and keys as a claims file in YAML, in one object.
///
/// *Conventions.* The same graph is always the same text: keys in a fixed order, ids sorted, two blanks a level,
/// short lists and objects on one line, and a line feed at the end. Characters beyond ASCII are written as they are.
public enum ClaimsJSONWriter {
    /// The text of a graph. Complexity: O(graph).
    ///
    /// - Throws: `FormatsError` as `ClaimsYAMLWriter` does.
    public static func text(of graph: ClaimGraph) throws(FormatsError) -> String {
        try GraphTree.tree(of: graph).text + "\n"
    }
}
