/// Placing the components of a figure beside and below one another.
enum ComponentPacking {
    /// The offset of each block, packed onto shelves in the given order.
    ///
    /// The shelf width is chosen among the widths that some block or run of blocks suggests, so that the whole fits the
    /// page with the least reduction, and then with the least height.
    ///
    /// - Complexity: O(k²) for k blocks.
    static func offsets(of blocks: [Size], gap: Double, page: Size) -> [Point] {
        guard blocks.count > 1 else { return blocks.map { _ in .zero } }
        let widest = blocks.map(\.width).max() ?? 0
        var widths = [max(widest, page.width)]
        var run = 0.0
        for block in blocks.prefix(24) {
            run += block.width + (run > 0 ? gap : 0)
            if run > widest { widths.append(run) }
        }
        widths.append(widest)
        var best: (scale: Double, height: Double, offsets: [Point])?
        for width in widths.sorted() {
            let (offsets, size) = shelves(blocks, gap: gap, width: width)
            let scale = min(1, page.width / max(size.width, 1), page.height / max(size.height, 1))
            if let known = best, (known.scale, -known.height) >= (scale, -size.height) { continue }
            best = (scale, size.height, offsets)
        }
        return best?.offsets ?? blocks.map { _ in .zero }
    }

    private static func shelves(_ blocks: [Size], gap: Double, width: Double) -> (
        offsets: [Point], size: Size
    ) {
        var offsets: [Point] = []
        var x = 0.0
        var y = 0.0
        var shelfHeight = 0.0
        var total = Size.zero
        var shelfStart = 0
        func center(until end: Int, height: Double) {
            for index in shelfStart..<end { offsets[index].y += (height - blocks[index].height) / 2 }
        }
        for (index, block) in blocks.enumerated() {
            if x > 0, x + block.width > width + 1e-6 {
                center(until: index, height: shelfHeight)
                y += shelfHeight + gap
                x = 0
                shelfHeight = 0
                shelfStart = index
            }
            offsets.append(Point(x, y))
            x += block.width + gap
            shelfHeight = max(shelfHeight, block.height)
            total = Size(width: max(total.width, x - gap), height: y + shelfHeight)
        }
        center(until: blocks.count, height: shelfHeight)
        return (offsets, total)
    }
}
