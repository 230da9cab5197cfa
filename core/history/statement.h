// Statement: a prepared SQL statement with its values bound in order, and the rows it answers. Prepared at
// first use, so that a store that has one cannot fail to be made. Used on the thread of its Database, which
// outlives it.
#pragma once

#include <concepts>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "core/base/result.h"
#include "core/filter/filter_value.h"

namespace SQLite {
class Statement;
}

namespace tunebench {

class Database;

/// A value to bind; text is not copied before the statement runs. NaN, which SQLite would store as NULL,
/// becomes the text 'NaN'; NULL stands for "none".
struct SqlValue {
    std::variant<std::nullptr_t, std::int64_t, double, std::string_view> value = nullptr;

    SqlValue(std::nullptr_t) {}
    SqlValue(std::integral auto number) : value(static_cast<std::int64_t>(number)) {}
    SqlValue(double number);
    SqlValue(const std::optional<double>& number);
    SqlValue(const std::optional<std::int64_t>& number);
    SqlValue(std::string_view text) : value(text) {}
    SqlValue(const std::string& text) : value(std::string_view(text)) {}
};

/// The row that a statement stands on. Columns count from 0.
class Row {
public:
    explicit Row(const SQLite::Statement& statement) : statement_(statement) {}

    bool is_null(int column) const;
    bool is_text(int column) const;
    std::int64_t integer(int column) const;
    std::uint64_t size(int column) const { return static_cast<std::uint64_t>(integer(column)); }
    bool flag(int column) const { return integer(column) != 0; }
    double real(int column) const;
    std::optional<double> optional_real(int column) const;
    std::string text(int column) const;
    /// NULL is nothing, and the text 'NaN' the number.
    FilterValue value(int column) const;

private:
    const SQLite::Statement& statement_;
};

class Statement {
public:
    /// `sql` is a literal of the program.
    Statement(Database& database, const char* sql);
    Statement(Statement&&) noexcept;
    ~Statement();

    /// Runs to the end; the number of rows that were changed.
    Result<std::int64_t> run(std::initializer_list<SqlValue> values = {});

    /// Calls `take` for every row.
    Result<void> each(std::initializer_list<SqlValue> values, const std::function<void(const Row&)>& take);

private:
    void bind(std::initializer_list<SqlValue> values);  // throws SQLite::Exception

    Database* database_;
    const char* sql_;
    std::unique_ptr<SQLite::Statement> statement_;
};

}  // namespace tunebench
