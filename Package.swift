// swift-tools-version: 6.1
import PackageDescription

let package = Package(
    name: "entente",
    platforms: [.macOS(.v15)],
    products: [
        .library(name: "EDTF", targets: ["EDTF"]),
        .library(name: "GraphKernel", targets: ["GraphKernel"]),
        .library(name: "Entente", targets: ["Entente"]),
        .library(name: "EntenteFormats", targets: ["EntenteFormats"]),
        .library(name: "EntenteDiagrams", targets: ["EntenteDiagrams"]),
        .executable(name: "entente", targets: ["EntenteCLI"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        // Arrows point down only: a target depends on targets above it in this list.
        .systemLibrary(
            name: "CGraphviz",
            pkgConfig: "libgvc",
            providers: [.apt(["libgraphviz-dev"]), .brew(["graphviz"])]
        ),
        .target(name: "EDTF"),
        .target(name: "GraphKernel"),
        .target(name: "Entente", dependencies: ["EDTF", "GraphKernel"]),
        .target(name: "EntenteFormats", dependencies: ["Entente", .product(name: "Yams", package: "Yams")]),
        .target(name: "EntenteDiagrams", dependencies: ["EDTF", "Entente", "CGraphviz"]),
        .executableTarget(
            name: "EntenteCLI",
            dependencies: [
                "Entente", "EntenteFormats", "EntenteDiagrams",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),

        .target(name: "EntenteTestSupport", path: "Tests/EntenteTestSupport"),
        .testTarget(name: "EDTFTests", dependencies: ["EDTF", "EntenteTestSupport"], exclude: ["Oracles"]),
        .testTarget(
            name: "GraphKernelTests",
            dependencies: ["GraphKernel", "EntenteTestSupport"],
            exclude: ["Oracles"]
        ),
        .testTarget(name: "EntenteTests", dependencies: ["Entente", "EntenteFormats", "EntenteTestSupport"]),
        .testTarget(
            name: "EntenteFormatsTests",
            dependencies: ["EntenteFormats", "EntenteTestSupport"],
            exclude: ["Fixtures"]
        ),
        .testTarget(
            name: "EntenteDiagramsTests",
            dependencies: ["EntenteDiagrams", "EntenteTestSupport"],
            exclude: ["Goldens"]
        ),
        .testTarget(
            name: "EntenteCLITests",
            dependencies: ["EntenteCLI", "EntenteFormats", "EntenteTestSupport"],
            exclude: ["Fixtures"]
        ),
    ],
    swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system {
    target.swiftSettings = [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
    ]
}
