// swift-tools-version:6.2
import PackageDescription

let strict: [SwiftSetting] = [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)]

/// A C library of the system, found by pkg-config and installed by apt.
func system(_ name: String, _ pkgConfig: String, apt: String) -> Target {
    .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([apt])])
}

func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(of name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .testTarget(name: name + "Tests", dependencies: [.target(name: name)] + dependencies, swiftSettings: strict)
}

func benchmark(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .executableTarget(
        name: name + "Benchmark",
        dependencies: dependencies,
        path: "Benchmarks/" + name,
        swiftSettings: strict
    )
}

let package = Package(
    name: "moderato",
    products: [.executable(name: "moderato", targets: ["moderato"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        system("CCmark", "libcmark", apt: "libcmark-dev"),
        system("CLibXML2", "libxml-2.0", apt: "libxml2-dev"),
        system("CNettle", "nettle", apt: "nettle-dev"),
        system("CPCRE2", "libpcre2-8", apt: "libpcre2-dev"),
        system("CVectorscan", "libhs", apt: "libvectorscan-dev"),
        .target(name: "CSQLite", linkerSettings: [.linkedLibrary("sqlite3")]),
        .target(name: "CSystem"),

        // The vocabulary and what all modules stand on.
        module("Text"),
        module("JSON", ["Text"]),
        module("Digests", ["CNettle"]),
        module("Comments", ["Digests", "Text"]),
        module("Settings", ["Comments", "Text", "Yams"]),

        // One module a craft; none of them knows the ledger.
        module("XML", ["CLibXML2", "Text"]),
        module("Feeds", ["Comments", "JSON", "Text", "XML", "Yams"]),
        module("Markup", ["CCmark", "Comments", "Text"]),
        module("Patterns", ["CPCRE2", "CVectorscan", "Digests", "Text"]),
        module("Rules", ["Comments", "Digests", "JSON", "Patterns", "Text", "Yams"]),
        module("Spam", ["Comments", "JSON", "Text"]),
        module("Intake", ["CSystem", "Comments", "Digests", "JSON", "Markup", "Settings", "Text"]),

        // The way of a comment.
        module(
            "Moderation",
            ["Comments", "Digests", "JSON", "Markup", "Patterns", "Rules", "Settings", "Spam", "Text"]
        ),
        module(
            "Ledger",
            [
                "CSQLite", "Comments", "Digests", "JSON", "Moderation", "Spam", "Text",
                .product(name: "GRDB", package: "GRDB.swift"), .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ]
        ),
        module(
            "Outbox",
            [
                "Comments", "Digests", "Feeds", "JSON", "Markup", "Settings", "Text",
                .product(name: "Mustache", package: "swift-mustache"),
            ]
        ),
        module(
            "Worker",
            [
                "CSystem", "Comments", "Digests", "Feeds", "Intake", "JSON", "Ledger", "Markup", "Moderation", "Outbox",
                "Patterns", "Settings", "Spam", "Text", "XML", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "Logging", package: "swift-log"),
            ]
        ),
        .executableTarget(
            name: "moderato",
            dependencies: [
                "Comments", "Feeds", "Intake", "JSON", "Ledger", "Markup", "Moderation", "Outbox", "Patterns", "Rules",
                "Settings", "Spam", "Text", "Worker",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict
        ),

        benchmark("Spam", ["Spam"]),
        benchmark("Feeds", ["Comments", "Feeds"]),
        benchmark("Patterns", ["CPCRE2", "CVectorscan", "JSON", "Moderation", "Patterns", "Rules"]),

        tests(of: "Text"),
        tests(of: "JSON"),
        tests(of: "Digests"),
        tests(of: "Comments", ["Digests"]),
        tests(of: "Settings", ["Comments"]),
        tests(of: "XML"),
        tests(of: "Feeds", ["Comments", "JSON"]),
        tests(of: "Markup", ["Comments"]),
        tests(of: "Patterns"),
        tests(of: "Rules", ["Comments", "Digests", "JSON", "Patterns"]),
        tests(of: "Spam", ["Comments"]),
        tests(of: "Intake", ["Comments", "Digests", "Settings"]),
        tests(of: "Moderation", ["Comments", "Digests", "Intake", "JSON", "Patterns", "Settings", "Spam", "Text"]),
        tests(
            of: "Ledger",
            ["Comments", "Digests", "Moderation", "Spam", .product(name: "GRDB", package: "GRDB.swift")]
        ),
        tests(of: "Outbox", ["Comments", "Digests", "Feeds", "JSON", "Markup", "Settings", "Text", "XML"]),
        .testTarget(
            name: "SystemTests",
            dependencies: ["moderato", .product(name: "GRDB", package: "GRDB.swift")],
            swiftSettings: strict
        ),
    ]
)

// Built by Scripts/fuzz alone, which has libFuzzer linked.
if Context.environment["FUZZING"] != nil {
    package.targets.append(
        .executableTarget(
            name: "FeedFuzz",
            dependencies: ["Feeds", "JSON"],
            path: "Fuzzing/Feeds",
            swiftSettings: strict
        )
    )
}
