// Python's ==, <, in, truth and len() on values.
#pragma once

#include "core/base/result.h"
#include "core/text/chat_template/jinja/sandbox.h"
#include "core/text/chat_template/jinja/value.h"

namespace tunebench::jinja {

bool truth_of(const Value& value);

Result<bool> equal(Sandbox& sandbox, const Value& left, const Value& right);

enum class Order { Less, LessEqual, Greater, GreaterEqual };

/// An error for values that have no order between them.
Result<bool> in_order(Sandbox& sandbox, Order order, const Value& left, const Value& right);

/// `item in container`.
Result<bool> contains(Sandbox& sandbox, const Value& container, const Value& item);

/// len(); an error for what has none.
Result<std::int64_t> length_of(const Value& value);

/// What iterating over the value gives; an error for what cannot be iterated over. A generator is used up.
Result<ListRef> items_of(Sandbox& sandbox, const Value& value);

/// An error when the value cannot be a dict's key.
Result<void> check_key(const Value& value);

/// The dict's value of the key; null when there is none.
Result<const Value*> find_entry(Sandbox& sandbox, const Dict& dict, const Value& key);

/// Sets the key's value as a dict display does: the last one counts, the first one's place stays.
Result<void> put_entry(Sandbox& sandbox, std::vector<std::pair<Value, Value>>& entries, Value key,
                       Value value);

/// The error of using an undefined value; the value is one.
Error undefined_error(const Value& value);

}  // namespace tunebench::jinja
