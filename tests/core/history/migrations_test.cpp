#include "core/history/migrations.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <map>

#include <gtest/gtest.h>

#include "core/base/durable_file.h"
#include "core/base/sha256.h"
#include "core/history/prepare_history.h"
#include "core/history/statement.h"
#include "tests/support/temporary_folder.h"

namespace tunebench {
namespace {

class MigrationsTest : public ::testing::Test {
protected:
    Database open(const std::string& name = "history.sqlite") {
        auto database = Database::open(folder_.path() / name, Database::Access::ReadWrite);
        EXPECT_TRUE(database) << database.error().message;
        return *std::move(database);
    }

    static std::string schema(Database& database) {
        std::string text;
        Statement select(database, "SELECT coalesce(sql, name) FROM sqlite_schema ORDER BY name");
        EXPECT_TRUE(select.each({}, [&](const Row& row) { text += row.text(0) + "\n"; }));
        return text;
    }

    test::TemporaryFolder folder_;
};

constexpr std::array<Migration, 2> kBroken = {{
    {1, "0001_fine", "CREATE TABLE fine (a INTEGER);"},
    {2, "0002_broken", "CREATE TABLE half (a INTEGER); INSERT INTO missing VALUES (1);"},
}};

TEST_F(MigrationsTest, AFreshFileGetsTheNewestVersion) {
    Database database = open();
    ASSERT_TRUE(migrate(database));
    EXPECT_EQ(*database.query_integer("PRAGMA user_version"), newest_version(all_migrations()));
    EXPECT_EQ(*database.query_integer("PRAGMA application_id"), kApplicationId);
}

TEST_F(MigrationsTest, EveryOlderVersionReachesTheSameSchema) {
    Database fresh = open("fresh.sqlite");
    ASSERT_TRUE(migrate(fresh));
    const auto all = all_migrations();
    for (std::size_t count = 1; count < all.size(); ++count) {
        Database older = open(std::to_string(count));
        ASSERT_TRUE(migrate(older, all.first(count)));
        EXPECT_NE(schema(older), schema(fresh));
        const auto upgraded = migrate(older);
        ASSERT_TRUE(upgraded) << upgraded.error().message;
        EXPECT_EQ(schema(older), schema(fresh));
    }
}

TEST_F(MigrationsTest, ASecondTimeChangesNothing) {
    Database database = open();
    ASSERT_TRUE(migrate(database));
    const std::string before = schema(database);
    const auto changes = database.query_integer("SELECT total_changes()");
    ASSERT_TRUE(migrate(database));
    EXPECT_EQ(schema(database), before);
    EXPECT_EQ(*database.query_integer("SELECT total_changes()"), *changes);
}

TEST_F(MigrationsTest, ANewerFileIsRefusedAndUntouched) {
    {
        Database database = open();
        ASSERT_TRUE(migrate(database));
        ASSERT_TRUE(database.execute("PRAGMA user_version = 1000"));
    }
    const auto before = sha256_of_file(folder_.path() / "history.sqlite");
    const auto prepared = prepare_history(folder_.path());
    ASSERT_FALSE(prepared);
    EXPECT_EQ(prepared.error().code, ErrorCode::Unsupported);
    EXPECT_NE(prepared.error().message.find("newer"), std::string::npos);
    EXPECT_EQ(*sha256_of_file(folder_.path() / "history.sqlite"), *before);
}

TEST_F(MigrationsTest, TheDatabaseOfAnotherProgramIsRefusedAndUntouched) {
    {
        Database database = open();
        ASSERT_TRUE(database.execute("CREATE TABLE recipes (name TEXT)"));
    }
    const auto before = sha256_of_file(folder_.path() / "history.sqlite");
    const auto prepared = prepare_history(folder_.path());
    ASSERT_FALSE(prepared);
    EXPECT_EQ(prepared.error().code, ErrorCode::Unsupported);
    EXPECT_EQ(*sha256_of_file(folder_.path() / "history.sqlite"), *before);
}

TEST_F(MigrationsTest, AFailingStepIsTakenBackWhole) {
    Database database = open();
    const auto migrated = migrate(database, kBroken);
    ASSERT_FALSE(migrated);
    EXPECT_NE(migrated.error().message.find("0002_broken"), std::string::npos) << migrated.error().message;
    EXPECT_EQ(*database.query_integer("PRAGMA user_version"), 1);
    EXPECT_EQ(*database.query_integer("SELECT count(*) FROM sqlite_schema WHERE name = 'half'"), 0);
    EXPECT_EQ(*database.query_integer("SELECT count(*) FROM sqlite_schema WHERE name = 'fine'"), 1);
}

TEST_F(MigrationsTest, ACopyOfTheOldVersionIsKept) {
    Database database = open();
    ASSERT_TRUE(migrate(database, all_migrations().first(1)));
    ASSERT_TRUE(migrate(database));
    Database copy = open("history.sqlite.version-1");
    EXPECT_EQ(*copy.query_integer("PRAGMA user_version"), 1);
    EXPECT_GT(*copy.query_integer("SELECT count(*) FROM sqlite_schema WHERE name = 'runs'"), 0);
}

TEST_F(MigrationsTest, StepsOfAnOlderVersionStayAndSayNothingAboutPrecision) {
    Database database = open();
    ASSERT_TRUE(migrate(database, all_migrations().first(4)));
    ASSERT_TRUE(database.execute(
        "INSERT INTO runs (key, id, folder, name, method, model, created_at, manifest) "
        "VALUES (1, 'a', 'a', 'a', 'lora', 'm', '2026', '{}');"
        "INSERT INTO steps VALUES (1, 7, 0.5, 1e-4, 2.0, 0.1, 512, 100.0, 0.1, 0.7, 1000, 2000);"));
    ASSERT_TRUE(migrate(database));
    EXPECT_EQ(*database.query_integer("SELECT step FROM steps WHERE loss = 0.5 AND memory_peak_bytes = 2000"),
              7);
    EXPECT_EQ(
        *database.query_integer("SELECT count(*) FROM steps WHERE loss_scale IS NULL AND gradient_underflow "
                                "IS NULL AND gradient_overflow IS NULL AND skipped_steps IS NULL"),
        1);
}

TEST_F(MigrationsTest, SettingsOfOlderRunsAreReadFromTheirManifests) {
    Database database = open();
    ASSERT_TRUE(migrate(database, all_migrations().first(6)));
    ASSERT_TRUE(database.execute(
        "INSERT INTO runs (key, id, folder, name, method, model, created_at, manifest, origin) VALUES "
        "(1, 'a', 'a', 'a', 'lora', 'm', '2026', '{\"config\": {\"name\": \"a\", \"seed\": 7, "
        "\"method\": {\"id\": \"lora\", \"rank\": 16, \"rank_stabilized\": true}, "
        "\"data\": {\"train\": [\"a.jsonl\", {\"file\": \"b.jsonl\"}], \"columns\": {}}}}', ''), "
        "(2, 'b', 'b', 'b', 'imported', 'm', '2026', '{\"config\": {\"seed\": 42, "
        "\"imported\": {\"lr\": 0.5, \"model.name\": \"x\"}}}', 'csv: /b'), "
        "(3, 'c', 'c', 'c', 'lora', 'm', '2026', 'no JSON', '');"));
    ASSERT_TRUE(migrate(database));
    std::vector<std::string> settings;
    Statement select(
        database,
        "SELECT run || ' ' || name || ' ' || typeof(value) || ' ' || value FROM run_settings JOIN "
        "setting_names ON key = setting ORDER BY run, name");
    ASSERT_TRUE(select.each({}, [&](const Row& row) { settings.push_back(row.text(0)); }));
    EXPECT_EQ(settings, (std::vector<std::string>{
                            R"(1 data.train text ["a.jsonl",{"file":"b.jsonl"}])",
                            "1 method.id text lora",
                            "1 method.rank integer 16",
                            "1 method.rank_stabilized integer 1",
                            "1 seed integer 7",
                            "2 imported.lr real 0.5",
                            "2 imported.model.name text x",
                        }));
}

TEST_F(MigrationsTest, SettingsOfOneNameInAManifestDoNotStopTheUpdate) {
    Database database = open();
    ASSERT_TRUE(migrate(database, all_migrations().first(6)));
    ASSERT_TRUE(database.execute(
        "INSERT INTO runs (key, id, folder, name, method, model, created_at, manifest, origin) VALUES "
        "(1, 'a', 'a', 'a', 'imported', 'm', '2026', '{\"config\": {\"imported\": "
        "{\"a.b\": 1, \"a\": {\"b\": 2}}}}', 'csv: /a'), "
        "(2, 'b', 'b', 'b', 'lora', 'm', '2026', '{\"config\": {\"seed\": 1, \"seed\": 2}}', '');"));
    const auto migrated = migrate(database);
    ASSERT_TRUE(migrated) << migrated.error().message;
    EXPECT_EQ(*database.query_integer("SELECT count(*) FROM run_settings"), 2);
}

/// A value for a column that cannot be NULL: of the type that it declares, another one in every column.
std::string sample_value(const std::string& type, int number) {
    if (type == "TEXT")
        return "'text " + std::to_string(number) + "'";
    return type == "INTEGER" ? std::to_string(number) : std::to_string(number) + ".5";
}

/// A row in every table of the file, with a value in every column.
void fill_every_table(Database& database) {
    std::vector<std::string> tables;
    Statement list(database, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY rowid");
    ASSERT_TRUE(list.each({}, [&](const Row& row) { tables.push_back(row.text(0)); }));
    for (const auto& table : tables) {
        std::string values;
        int number = 2;
        Statement columns(database, "SELECT name, type FROM pragma_table_info(?1)");
        ASSERT_TRUE(columns.each({table}, [&](const Row& row) {
            const bool is_reference = row.text(0) == "run" || row.text(0) == "key" ||
                                      row.text(0) == "metric" || row.text(0) == "setting";
            values +=
                (values.empty() ? "" : ", ") + (is_reference ? "1" : sample_value(row.text(1), number++));
        }));
        const auto inserted = database.execute("INSERT INTO " + table + " VALUES (" + values + ")");
        ASSERT_TRUE(inserted) << table << ": " << inserted.error().message;
    }
}

/// Every value of a file, as "table.column = value", of the columns that it had at first.
std::vector<std::string> content(Database& database) {
    std::vector<std::string> tables;
    std::vector<std::string> lines;
    Statement list(database, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name");
    EXPECT_TRUE(list.each({}, [&](const Row& row) { tables.push_back(row.text(0)); }));
    for (const auto& table : tables) {
        std::vector<std::string> columns;
        Statement names(database, "SELECT name FROM pragma_table_info(?1)");
        EXPECT_TRUE(names.each({table}, [&](const Row& row) { columns.push_back(row.text(0)); }));
        for (const auto& column : columns) {
            const auto sql = "SELECT typeof(" + column + ") || ' ' || " + column + " FROM " + table;
            Statement select(database, sql.c_str());
            EXPECT_TRUE(select.each(
                {}, [&](const Row& row) { lines.push_back(table + "." + column + " = " + row.text(0)); }));
        }
    }
    return lines;
}

TEST_F(MigrationsTest, EveryOlderVersionKeepsEveryValue) {
    const auto all = all_migrations();
    for (std::size_t count = 1; count < all.size(); ++count) {
        Database older = open(std::to_string(count));
        ASSERT_TRUE(migrate(older, all.first(count)));
        fill_every_table(older);
        const auto before = content(older);
        ASSERT_GT(before.size(), 20U);
        ASSERT_TRUE(migrate(older));
        const auto after = content(older);
        for (const auto& line : before)
            EXPECT_NE(std::ranges::find(after, line), after.end())
                << "from version " << count << ": " << line;
        EXPECT_EQ(*older.query_text("PRAGMA integrity_check"), "ok");
        EXPECT_EQ(*older.query_integer("SELECT count(*) FROM pragma_foreign_key_check"), 0);
    }
}

// A released migration never changes: people have files that were made with it. Add a new file instead.
TEST_F(MigrationsTest, ReleasedStepsAreAsTheyWere) {
    const std::map<std::string, std::string, std::less<>> released = {
        {"0001_runs", "c4c29bcd2745c12f26ce3684ca78cf7b4a3954fc04661896628822c4365a2842"},
        {"0002_metrics", "cd70299c48fa30849afc751702c3eb233e1985e59dcb473e1bbf63ba49fcede5"},
        {"0003_records", "3227c8a507ea56fc2bfe4e89dc10f92df2cc8b3adb6be3ecfe61f708ffe25244"},
        {"0004_classes", "c916f960bb84bd6b30283006c603d30849f53403b98c469c660415d951369d17"},
        {"0005_precision", "d77d074a7956827cf5ee211603042bbb0a957d8c0f7438e276489f4a6b36bb3d"},
        {"0006_imports", "92a56e97581e21495b25c8adfef01bba1896a73b443e05c425fa7bb6b57d3daa"},
        {"0007_run_table", "ac0503317f8249e448cd87e1ca192e3696b61403ceb6f97f057bcceff888fa0c"},
    };
    for (const Migration& migration : all_migrations()) {
        const auto known = released.find(migration.name);
        ASSERT_NE(known, released.end()) << migration.name << ": add its hash, " << sha256_hex(migration.sql);
        EXPECT_EQ(sha256_hex(migration.sql), known->second) << migration.name;
    }
    EXPECT_EQ(all_migrations().size(), released.size());
}

TEST_F(MigrationsTest, VersionsCountFromOneWithoutGaps) {
    int expected = 1;
    for (const Migration& migration : all_migrations())
        EXPECT_EQ(migration.version, expected++) << migration.name;
}

}  // namespace
}  // namespace tunebench
