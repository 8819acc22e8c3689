/// An address that is safe to put into a figure: only `http`, `https`, `mailto` and `doi`.
///
/// Everything else (`javascript:`, `data:`, `file:`, an address without a scheme) has no value of this type.
public struct WebLink: Sendable, Hashable {
    /// The address as it is written into `href`; a `doi:` stands as `https://doi.org/…`.
    public let address: String

    /// An address, or nil where its scheme is not one of the four or it holds a space or a control character.
    public init?(_ text: String) {
        guard let colon = text.firstIndex(of: ":"), text.utf8.count <= 2000 else { return nil }
        let scheme = text[..<colon].lowercased()
        let rest = text[text.index(after: colon)...]
        let isPrintable = text.unicodeScalars.allSatisfy { scalar in
            scalar.value > 0x20 && !(0x7F...0x9F).contains(scalar.value) && !SafeText.isForbidden(scalar)
                && !scalar.properties.isWhitespace
        }
        guard isPrintable, !rest.isEmpty else { return nil }
        switch scheme {
        case "http", "https":
            guard rest.hasPrefix("//"), rest.count > 2 else { return nil }
            address = text
        case "mailto":
            address = text
        case "doi":
            address = "https://doi.org/" + rest
        default:
            return nil
        }
    }
}
