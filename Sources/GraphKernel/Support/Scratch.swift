/// Working memory of one computation, freed with it.
///
/// In a debug build every access is checked against the bounds, in a release build it is a plain load or
/// store. The element type is known wherever it is used, so nothing generic is left in an inner loop.
struct Scratch<Element: BitwiseCopyable>: ~Copyable {
    let buffer: UnsafeMutableBufferPointer<Element>

    init(count: Int, repeating value: Element) {
        buffer = .allocate(capacity: count)
        buffer.initialize(repeating: value)
    }

    /// Memory whose elements must be written before they are read.
    init(uninitialized count: Int) {
        buffer = .allocate(capacity: count)
    }

    deinit {
        buffer.deallocate()
    }

    var count: Int { buffer.count }

    @inline(__always)
    subscript(index: Int) -> Element {
        get { buffer[index] }
        nonmutating set { buffer[index] = newValue }
    }

    func array() -> [Element] {
        Array(buffer)
    }
}
