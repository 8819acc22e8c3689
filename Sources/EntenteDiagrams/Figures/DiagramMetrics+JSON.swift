public import Entente

extension DiagramMetrics {
    /// The measures for programs; their formulas stand with the properties of `DiagramMetrics`.
    public var json: JSONValue {
        .object([
            "nodeOverlaps": .integer(nodeOverlaps), "linksThroughNodes": .integer(linksThroughNodes),
            "crossings": .integer(crossings), "labelsOnNodes": .integer(labelsOnNodes),
            "labelsOnLabels": .integer(labelsOnLabels), "labelsOnLinks": .integer(labelsOnLinks),
            "reducedLabels": .integer(reducedLabels),
            "effectivePointSize": .number(Self.rounded(effectivePointSize)),
            "stress": .number(Self.rounded(stress)), "aspect": .number(Self.rounded(aspect)),
            "width": .number(Self.rounded(drawingWidth)), "height": .number(Self.rounded(drawingHeight)),
            "cost": .number(Self.rounded(cost)),
        ])
    }

    /// Three decimals are more than a reader can see.
    private static func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }
}
