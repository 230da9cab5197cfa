#include "core/history/statement.h"

#include <cmath>
#include <limits>

#include <gtest/gtest.h>

#include "tests/core/history/history_fixture.h"

namespace tunebench {
namespace {

class StatementTest : public ::testing::Test {
protected:
    StatementTest() : database_(open()) {
        EXPECT_TRUE(database_.execute("CREATE TABLE numbers (key INTEGER PRIMARY KEY, value ANY) STRICT"));
    }

    Database open() {
        auto database = Database::open(folder_.path() / "test.sqlite", Database::Access::ReadWrite);
        EXPECT_TRUE(database) << database.error().message;
        return *std::move(database);
    }

    std::optional<double> round_trip(const std::optional<double>& value) {
        Statement insert(database_, "INSERT OR REPLACE INTO numbers VALUES (1, ?1)");
        EXPECT_TRUE(insert.run({value}));
        std::optional<double> read = -77.0;
        Statement select(database_, "SELECT value FROM numbers");
        EXPECT_TRUE(select.each({}, [&](const Row& row) { read = row.optional_real(0); }));
        return read;
    }

    test::TemporaryFolder folder_;
    Database database_;
};

TEST_F(StatementTest, EveryKindOfDoubleComesBackBitForBit) {
    using Limits = std::numeric_limits<double>;
    for (const double value :
         {0.0, -0.0, 1.0, -3.0, 0.1, 1.0 / 3.0, Limits::min(), Limits::max(), Limits::lowest(),
          Limits::denorm_min(), -Limits::denorm_min(), Limits::epsilon(), Limits::infinity(),
          -Limits::infinity(), 9007199254740993.0, 1e308, 4.9e-320}) {
        const auto read = round_trip(value);
        ASSERT_TRUE(read.has_value()) << value;
        EXPECT_EQ(test::bits(*read), test::bits(value)) << value;
    }
}

TEST_F(StatementTest, NotANumberIsAValueAndNoneIsNone) {
    const auto read = round_trip(std::numeric_limits<double>::quiet_NaN());
    ASSERT_TRUE(read.has_value());
    EXPECT_TRUE(std::isnan(*read));
    EXPECT_FALSE(round_trip(std::nullopt).has_value());
}

TEST_F(StatementTest, AMistakeIsAnErrorWithTheFilesName) {
    Statement wrong(database_, "SELECT nothing FROM nowhere");
    const auto result = wrong.run({});
    ASSERT_FALSE(result);
    EXPECT_NE(result.error().message.find("test.sqlite"), std::string::npos);
}

TEST_F(StatementTest, TellsHowManyRowsItChanged) {
    Statement insert(database_, "INSERT INTO numbers VALUES (1, 2), (3, 4)");
    EXPECT_EQ(*insert.run({}), 2);
}

}  // namespace
}  // namespace tunebench
