#include "core/history/statement.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Statement.h>
#include <cmath>
#include <limits>

#include "core/history/database.h"
#include "core/history/sql_error.h"

namespace tunebench {
namespace {

constexpr std::string_view kNotANumber = "NaN";  // stored: do not change

/// Ends the statement however the scope is left: an open one would hold a read lock.
class ResetAtEnd {
public:
    explicit ResetAtEnd(SQLite::Statement& statement) : statement_(statement) {}
    ~ResetAtEnd() { static_cast<void>(statement_.tryReset()); }
    ResetAtEnd(const ResetAtEnd&) = delete;
    ResetAtEnd& operator=(const ResetAtEnd&) = delete;

private:
    SQLite::Statement& statement_;
};

void bind_value(SQLite::Statement& statement, int index, const SqlValue& value) {
    if (const auto* number = std::get_if<std::int64_t>(&value.value))
        statement.bind(index, *number);
    else if (const auto* real = std::get_if<double>(&value.value))
        statement.bind(index, *real);
    else if (const auto* text = std::get_if<std::string_view>(&value.value))
        statement.bind(index, std::string(*text));
    else
        statement.bind(index);
}

}  // namespace

SqlValue::SqlValue(double number) {
    if (std::isnan(number))
        value = kNotANumber;
    else
        value = number;
}

SqlValue::SqlValue(const std::optional<double>& number) {
    if (number)
        value = SqlValue(*number).value;
}

SqlValue::SqlValue(const std::optional<std::int64_t>& number) {
    if (number)
        value = *number;
}

bool Row::is_null(int column) const {
    return statement_.getColumn(column).isNull();
}

bool Row::is_text(int column) const {
    return statement_.getColumn(column).isText();
}

std::int64_t Row::integer(int column) const {
    return statement_.getColumn(column).getInt64();
}

double Row::real(int column) const {
    const SQLite::Column value = statement_.getColumn(column);
    return value.isText() ? std::numeric_limits<double>::quiet_NaN() : value.getDouble();
}

std::optional<double> Row::optional_real(int column) const {
    if (is_null(column))
        return {};
    return real(column);
}

std::string Row::text(int column) const {
    return statement_.getColumn(column).getString();
}

FilterValue Row::value(int column) const {
    const SQLite::Column value = statement_.getColumn(column);
    if (value.isNull())
        return {};
    if (!value.isText())
        return value.getDouble();
    auto text = value.getString();
    if (text == kNotANumber)
        return std::numeric_limits<double>::quiet_NaN();
    return text;
}

Statement::Statement(Database& database, const char* sql) : database_(&database), sql_(sql) {}
Statement::Statement(Statement&&) noexcept = default;
Statement::~Statement() = default;

void Statement::bind(std::initializer_list<SqlValue> values) {
    if (!statement_)
        statement_ = std::make_unique<SQLite::Statement>(database_->connection(), sql_);
    int index = 0;
    for (const SqlValue& value : values)
        bind_value(*statement_, ++index, value);
}

Result<std::int64_t> Statement::run(std::initializer_list<SqlValue> values) {
    try {
        bind(values);
        const ResetAtEnd reset(*statement_);
        return statement_->exec();
    } catch (const SQLite::Exception& exception) {
        return sql_error(exception.getErrorCode(), exception.what(), database_->file());
    }
}

Result<void> Statement::each(std::initializer_list<SqlValue> values,
                             const std::function<void(const Row&)>& take) {
    try {
        bind(values);
        const ResetAtEnd reset(*statement_);
        const Row row(*statement_);
        while (statement_->executeStep())
            take(row);
        return {};
    } catch (const SQLite::Exception& exception) {
        return sql_error(exception.getErrorCode(), exception.what(), database_->file());
    }
}

}  // namespace tunebench
