import GRDB

/// The ledger's tables, version by version; `Documentation/Ledger.md` describes them.
enum Schema {
    /// Kept in the file's `user_version`.
    static let version = 2

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1: comments, threads, deliveries, authors, actions, lessons, dispatches") {
            database in
            try database.execute(sql: version1 + "PRAGMA user_version = 1;")
        }
        migrator.registerMigration("2: archives of threads' feeds, order of judgement") { database in
            try database.execute(sql: version2 + "PRAGMA user_version = 2;")
        }
        return migrator
    }

    private static let version2 = """
        -- Closed archives of threads' feeds: the last publication that each holds, and how many publications it was closed with.
        CREATE TABLE threadArchives (
            thread INTEGER NOT NULL REFERENCES threads,
            number INTEGER NOT NULL,
            last INTEGER NOT NULL,
            size INTEGER NOT NULL,
            PRIMARY KEY (thread, number)
        ) WITHOUT ROWID;

        -- Comments of one moment stand in the order of judgement.
        DROP INDEX commentsByThread;
        CREATE INDEX commentsByThread ON comments(thread, submittedAt) WHERE root = sequence AND shown <> 0;

        ALTER TABLE authors DROP COLUMN approvedVerified;
        """

    private static let version1 = """
        CREATE TABLE deliveries (
            id INTEGER PRIMARY KEY,
            key BLOB NOT NULL UNIQUE,
            name TEXT NOT NULL,
            arrivedAt INTEGER NOT NULL,
            items INTEGER NOT NULL DEFAULT 0,
            offset INTEGER NOT NULL DEFAULT 0,
            finishedAt INTEGER,
            isPutAside INTEGER NOT NULL DEFAULT 0
        );

        CREATE TABLE threads (
            id INTEGER PRIMARY KEY,
            canonical TEXT NOT NULL UNIQUE,
            url TEXT NOT NULL,
            slug TEXT NOT NULL,
            title TEXT,
            publishedAt INTEGER,
            authorName TEXT,
            authorEmail TEXT,
            isClosed INTEGER NOT NULL DEFAULT 0,
            isListed INTEGER NOT NULL DEFAULT 0,
            shown INTEGER NOT NULL DEFAULT 0,
            roots INTEGER NOT NULL DEFAULT 0
        );

        CREATE TABLE comments (
            sequence INTEGER PRIMARY KEY,
            id BLOB NOT NULL UNIQUE,
            delivery INTEGER NOT NULL REFERENCES deliveries,
            item INTEGER NOT NULL,
            arrivedAt INTEGER NOT NULL,
            thread INTEGER REFERENCES threads,
            senderID TEXT,
            parent INTEGER,
            root INTEGER,
            shown INTEGER NOT NULL DEFAULT 0,
            name TEXT NOT NULL,
            email TEXT,
            website TEXT,
            ip TEXT,
            userAgent TEXT,
            referrer TEXT,
            isVerified INTEGER NOT NULL DEFAULT 0,
            signature BLOB,
            hosts BLOB,
            body TEXT NOT NULL,
            format TEXT,
            extra TEXT,
            submittedAt INTEGER,
            verdict INTEGER NOT NULL,
            restoresTo INTEGER,
            score INTEGER NOT NULL,
            findings TEXT,
            problems TEXT,
            ruleSet TEXT,
            model TEXT,
            decidedAt INTEGER NOT NULL,
            decidedBy TEXT,
            publication INTEGER,
            publishedAt INTEGER,
            editedAt INTEGER,
            isTombstone INTEGER NOT NULL DEFAULT 0,
            wantsReplies INTEGER NOT NULL DEFAULT 0,
            duplicateKey INTEGER,
            emailKey INTEGER,
            ipKey INTEGER,
            authorKey INTEGER
        );
        CREATE INDEX deliveriesByName ON deliveries(name);
        CREATE INDEX commentsByDelivery ON comments(delivery) WHERE verdict = 4;
        CREATE INDEX commentsBySender ON comments(thread, senderID) WHERE senderID IS NOT NULL;
        CREATE INDEX commentsByDuplicateKey ON comments(duplicateKey) WHERE duplicateKey IS NOT NULL;
        CREATE INDEX commentsByEmail ON comments(emailKey, submittedAt, thread) WHERE emailKey IS NOT NULL;
        CREATE INDEX commentsByIP ON comments(ipKey, submittedAt) WHERE ipKey IS NOT NULL;
        CREATE INDEX commentsByParent ON comments(parent) WHERE parent IS NOT NULL;
        CREATE INDEX commentsByRoot ON comments(root) WHERE root <> sequence;
        CREATE INDEX commentsByThread ON comments(thread, submittedAt, id) WHERE root = sequence AND shown <> 0;
        CREATE UNIQUE INDEX commentsByPublication ON comments(publication) WHERE publication IS NOT NULL;
        CREATE INDEX commentsByThreadPublication ON comments(thread, publication) WHERE publication IS NOT NULL;
        CREATE INDEX commentsByVerdict ON comments(verdict, decidedAt);

        -- Near-duplicates: comments under the keys of their signatures' bands.
        CREATE TABLE bands (
            key INTEGER NOT NULL,
            sequence INTEGER NOT NULL,
            PRIMARY KEY (key, sequence)
        ) WITHOUT ROWID;

        -- Hosts that comments link to, as keyed numbers.
        CREATE TABLE hosts (
            host INTEGER NOT NULL,
            submittedAt INTEGER NOT NULL,
            sequence INTEGER NOT NULL,
            thread INTEGER NOT NULL,
            PRIMARY KEY (host, submittedAt, sequence)
        ) WITHOUT ROWID;

        CREATE TABLE tallies (
            verdict INTEGER PRIMARY KEY,
            comments INTEGER NOT NULL
        );

        CREATE TABLE authors (
            key INTEGER PRIMARY KEY,
            firstSeen INTEGER NOT NULL,
            approved INTEGER NOT NULL DEFAULT 0,
            approvedVerified INTEGER NOT NULL DEFAULT 0
        );

        CREATE TABLE epochs (
            emailKey INTEGER PRIMARY KEY,
            epoch INTEGER NOT NULL
        );

        CREATE TABLE actions (
            number INTEGER PRIMARY KEY,
            comment INTEGER NOT NULL REFERENCES comments ON DELETE CASCADE,
            kind TEXT NOT NULL,
            at INTEGER NOT NULL,
            by TEXT,
            note TEXT,
            before TEXT NOT NULL,
            after TEXT NOT NULL,
            decidedByBefore TEXT,
            learntBefore INTEGER,
            undoneBy INTEGER
        );
        CREATE INDEX actionsByComment ON actions(comment);

        -- What the spam model learnt, in order; with each the figures of the model that has learnt it.
        CREATE TABLE lessons (
            sequence INTEGER PRIMARY KEY,
            comment BLOB,
            act INTEGER NOT NULL,
            isSpam INTEGER NOT NULL,
            lineage INTEGER NOT NULL,
            spam INTEGER NOT NULL,
            ham INTEGER NOT NULL,
            features BLOB NOT NULL
        );
        CREATE INDEX lessonsByComment ON lessons(comment) WHERE comment IS NOT NULL;

        CREATE TABLE usedTokens (
            token TEXT PRIMARY KEY,
            expires INTEGER NOT NULL
        ) WITHOUT ROWID;

        CREATE TABLE dispatches (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            kind INTEGER NOT NULL,
            target INTEGER NOT NULL,
            detail INTEGER NOT NULL DEFAULT 0,
            UNIQUE (kind, target, detail)
        );
        -- A new site owes its feeds and its list of threads, empty as they are.
        INSERT INTO dispatches (kind, target) VALUES (\(Dispatch.Kind.siteFeeds.rawValue), 0), (\(Dispatch.Kind.index.rawValue), 0);

        CREATE TABLE messages (
            number INTEGER PRIMARY KEY,
            kind TEXT NOT NULL,
            comments TEXT NOT NULL,
            at INTEGER NOT NULL,
            addressee INTEGER,
            subject TEXT,
            body TEXT
        );
        CREATE INDEX messagesByAddressee ON messages(addressee, at) WHERE addressee IS NOT NULL;

        CREATE TABLE notes (
            key TEXT PRIMARY KEY,
            value TEXT NOT NULL
        ) WITHOUT ROWID;
        """
}
