/// Finds what was meant by a text that is no date, for the hint of an error.
///
/// Every suggestion has been read as EDTF before it is made.
enum NearMiss {
    /// The error with a suggestion, if one is found and the error has none.
    static func advise(_ error: EDTFError, about text: String) -> EDTFError {
        let meant = error.suggestion ?? suggestion(for: text)
        guard let meant, (try? EDTFDate(exactly: meant)) != nil else { return error }
        return EDTFError(
            error.code,
            error.message,
            offset: error.offset,
            hint: "did you mean \(meant)?",
            suggestion: meant
        )
    }

    static func suggestion(for text: String) -> String? { nil }
}
