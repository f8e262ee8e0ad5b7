PRAGMA application_id = 1198477345;
PRAGMA user_version = 2;
BEGIN TRANSACTION;
CREATE TABLE answer (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    given TEXT NOT NULL,
    unit TEXT NOT NULL REFERENCES unit (id),
    item TEXT NOT NULL,
    revision INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('value', 'na', 'cant_recall', 'skip', 'cleared')),
    value TEXT CHECK ((value IS NOT NULL) = (state = 'value')),
    memory INTEGER CHECK (memory BETWEEN 1 AND 3),
    private INTEGER NOT NULL CHECK (private IN (0, 1)),
    sitting TEXT NOT NULL REFERENCES sitting (id),
    position INTEGER,
    undoes INTEGER REFERENCES answer (seq),
    token TEXT UNIQUE
) STRICT;
INSERT INTO "answer" VALUES(1,'2026-11-22T20:52:47.021191Z','183befffcd1749b2a0948669b44f99e0','listed',1,'value','true',NULL,0,'aadb9faffce44172a59b803c115771f8',NULL,NULL,NULL);
INSERT INTO "answer" VALUES(2,'2026-11-22T20:52:47.022337Z','0dee7ebd4ffc4462bb5857019eb6b98b','listed',1,'value','true',NULL,0,'aadb9faffce44172a59b803c115771f8',NULL,NULL,NULL);
INSERT INTO "answer" VALUES(3,'2026-11-22T20:52:47.022972Z','8bfed57100094e719df959c96d9e65a9','listed',1,'value','true',NULL,0,'aadb9faffce44172a59b803c115771f8',NULL,NULL,NULL);
INSERT INTO "answer" VALUES(4,'2026-11-22T20:52:47.023505Z','0dee7ebd4ffc4462bb5857019eb6b98b','listed',1,'value','false',NULL,0,'aadb9faffce44172a59b803c115771f8',NULL,NULL,NULL);
INSERT INTO "answer" VALUES(5,'2026-11-22T20:52:47.024341Z','0dee7ebd4ffc4462bb5857019eb6b98b','listed',1,'value','true',NULL,0,'aadb9faffce44172a59b803c115771f8',NULL,4,NULL);
INSERT INTO "answer" VALUES(6,'2026-11-22T20:52:47.024932Z','5fd6acc6b83740e28b03b78491b4857e','listed',1,'value','true',NULL,0,'aadb9faffce44172a59b803c115771f8',NULL,NULL,NULL);
INSERT INTO "answer" VALUES(7,'2026-11-22T20:52:47.025470Z','8bfed57100094e719df959c96d9e65a9','order',1,'value','1.5',NULL,0,'aadb9faffce44172a59b803c115771f8',NULL,NULL,NULL);
INSERT INTO "answer" VALUES(8,'2026-11-22T20:52:47.026022Z','183befffcd1749b2a0948669b44f99e0','title',1,'value','"Editor"',NULL,0,'aadb9faffce44172a59b803c115771f8',NULL,NULL,'token-Editor');
INSERT INTO "answer" VALUES(9,'2026-11-22T20:52:47.026503Z','0dee7ebd4ffc4462bb5857019eb6b98b','title',1,'value','"Printer"',NULL,0,'aadb9faffce44172a59b803c115771f8',NULL,NULL,'token-Printer');
INSERT INTO "answer" VALUES(10,'2026-11-22T20:52:47.027166Z','8bfed57100094e719df959c96d9e65a9','title',1,'value','"Lighthouse keeper"',NULL,0,'aadb9faffce44172a59b803c115771f8',NULL,NULL,'token-Lighthouse keeper');
INSERT INTO "answer" VALUES(11,'2026-11-22T20:52:47.028345Z','183befffcd1749b2a0948669b44f99e0','decision_freedom',1,'value','6',2,0,'b0dd76f8d84e413e8b2b96cd33121bf5',1,NULL,NULL);
INSERT INTO "answer" VALUES(12,'2026-11-22T20:52:47.029917Z','183befffcd1749b2a0948669b44f99e0','decision_freedom',1,'value','3',NULL,1,'b0dd76f8d84e413e8b2b96cd33121bf5',NULL,NULL,NULL);
INSERT INTO "answer" VALUES(13,'2026-11-22T20:52:47.031326Z','183befffcd1749b2a0948669b44f99e0','decision_freedom',1,'value','6',2,0,'b0dd76f8d84e413e8b2b96cd33121bf5',NULL,12,NULL);
INSERT INTO "answer" VALUES(14,'2026-11-22T20:52:47.032425Z','0dee7ebd4ffc4462bb5857019eb6b98b','decision_freedom',1,'na',NULL,NULL,0,'b0dd76f8d84e413e8b2b96cd33121bf5',NULL,NULL,NULL);
CREATE TABLE "sitting" (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    seed INTEGER NOT NULL,
    started TEXT NOT NULL
) STRICT;
INSERT INTO "sitting" VALUES(1,'aadb9faffce44172a59b803c115771f8','roles',401162060,'2026-11-22T20:52:47.020531Z');
INSERT INTO "sitting" VALUES(2,'b0dd76f8d84e413e8b2b96cd33121bf5','lines',1157333736,'2026-11-22T20:52:47.027654Z');
CREATE TABLE "unit" (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('person', 'role', 'episode', 'interview', 'target')),
    parent TEXT REFERENCES unit (id),
    created TEXT NOT NULL
) STRICT;
INSERT INTO "unit" VALUES(1,'183befffcd1749b2a0948669b44f99e0','role',NULL,'2026-11-22T20:52:47.021069Z');
INSERT INTO "unit" VALUES(2,'0dee7ebd4ffc4462bb5857019eb6b98b','role',NULL,'2026-11-22T20:52:47.022279Z');
INSERT INTO "unit" VALUES(3,'8bfed57100094e719df959c96d9e65a9','role',NULL,'2026-11-22T20:52:47.022922Z');
INSERT INTO "unit" VALUES(4,'5fd6acc6b83740e28b03b78491b4857e','episode','183befffcd1749b2a0948669b44f99e0','2026-11-22T20:52:47.024881Z');
CREATE INDEX answer_cell ON answer (unit, item, seq);
CREATE INDEX answer_sitting ON answer (sitting, seq);
CREATE INDEX answer_undoes ON answer (undoes) WHERE undoes IS NOT NULL;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('answer',14);
COMMIT;
