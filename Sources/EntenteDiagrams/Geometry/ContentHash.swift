/// FNV-1a with 64 bits (Fowler, Noll, Vo): enough to keep the ids of two figures on one page apart, and no secret.
struct ContentHash: Sendable {
    private var value: UInt64 = 0xCBF2_9CE4_8422_2325

    /// Adds a text and an end mark, so that "ab", "c" and "a", "bc" differ.
    mutating func add(_ text: String) {
        for byte in text.utf8 { add(byte) }
        add(0xFF)
    }

    private mutating func add(_ byte: UInt8) {
        value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }

    /// The two halves folded together, as eight hexadecimal digits.
    var digits: String {
        let folded = UInt32(truncatingIfNeeded: value >> 32) ^ UInt32(truncatingIfNeeded: value)
        let text = String(folded, radix: 16)
        return String(repeating: "0", count: 8 - text.count) + text
    }
}
