#include "core/formats/pickle.h"

#include <array>
#include <map>
#include <optional>
#include <variant>

#include <fmt/format.h>

#include "core/formats/pickle_names.h"

namespace tunebench {
namespace {

constexpr std::size_t kMaxValues = std::size_t{1} << 20;
constexpr std::size_t kStorageParts = 5;  // "storage", type, key, place, elements
constexpr std::size_t kTensorParts = 6;   // storage, offset, shape, strides, gradient, hooks
constexpr std::size_t kTensorPartsWithMetadata = 7;

using Index = std::size_t;  // of a value

struct Nothing {};  // None and truth values, which no tensor depends on
struct OrderedDictName {};
struct RebuildTensorName {};
struct StorageName {
    DType dtype = DType::F32;
};
struct Tuple {
    std::vector<Index> items = {};
};
struct Dictionary {
    std::vector<std::pair<Index, Index>> items = {};
};
struct Storage {
    DType dtype = DType::F32;
    std::string_view key = {};
    std::int64_t elements = 0;
};
using Value = std::variant<Nothing, std::int64_t, std::string_view, OrderedDictName, RebuildTensorName,
                           StorageName, Tuple, Dictionary, Storage, PickledTensor>;

class Machine {
public:
    Machine(std::string_view program, std::string_view source) : program_(program), source_(source) {}

    Result<std::vector<PickledTensor>> run() {
        while (true) {
            TRY(const auto operation, bytes(1));
            if (operation[0] == pickle::kStop)
                return tensors();
            TRY_VOID(step(operation[0]));
        }
    }

private:
    Error corrupt(std::string_view reason) const {
        return {.code = ErrorCode::Corrupt,
                .message = fmt::format("{}: the pickle {} at byte {}", source_, reason, at_),
                .hint = "Get the file again: it is damaged or incomplete."};
    }
    Error refused(std::string_view what) const {
        return {.code = ErrorCode::Unsupported,
                .message = fmt::format("{}: the pickle asks for {}, which is not a dictionary of tensors",
                                       source_, what),
                .hint = "Only tensors are read from pickles, nothing in them is run. Use safetensors."};
    }

    Result<std::string_view> bytes(std::size_t count) {
        if (program_.size() - at_ < count)
            return corrupt("ends too early");
        at_ += count;
        return program_.substr(at_ - count, count);
    }
    /// Little-endian, with the sign of its last byte when `is_signed`.
    Result<std::int64_t> number(std::size_t count, bool is_signed = false) {
        TRY(const auto digits, bytes(count));
        std::uint64_t value = 0;
        for (std::size_t i = 0; i < count; ++i)
            value |= std::uint64_t{static_cast<unsigned char>(digits[i])} << (8 * i);
        const bool is_negative = is_signed && count > 0 && static_cast<signed char>(digits.back()) < 0;
        if (is_negative && count < sizeof value)
            value |= ~std::uint64_t{0} << (8 * count);
        return static_cast<std::int64_t>(value);
    }
    Result<std::string_view> line() {
        const auto end = program_.find('\n', at_);
        if (end == std::string_view::npos)
            return corrupt("ends too early");
        const auto text = program_.substr(at_, end - at_);
        at_ = end + 1;
        return text;
    }

    Result<void> push(Value value) {
        if (values_.size() == kMaxValues)
            return corrupt("has more values than any dictionary of tensors");
        values_.push_back(std::move(value));
        stack_.push_back(values_.size() - 1);
        return {};
    }
    Result<Index> pop() {
        if (stack_.size() <= (marks_.empty() ? 0 : marks_.back()))
            return corrupt("takes a value that is not there");
        const auto index = stack_.back();
        stack_.pop_back();
        return index;
    }
    /// Everything above the last mark, which is removed.
    Result<std::vector<Index>> pop_to_mark() {
        if (marks_.empty())
            return corrupt("closes what it has not opened");
        const auto begin = stack_.begin() + static_cast<std::ptrdiff_t>(marks_.back());
        std::vector<Index> items(begin, stack_.end());
        stack_.erase(begin, stack_.end());
        marks_.pop_back();
        return items;
    }

    Result<void> step(char operation);
    Result<void> put_memo(std::size_t bytes_of_key);
    Result<void> get_memo(std::size_t bytes_of_key);
    Result<void> push_text();
    Result<void> push_global();
    Result<void> push_tuple(std::size_t count);
    Result<void> push_storage();
    Result<void> reduce();
    Result<void> set_items(std::vector<Index> items);
    Result<void> build();
    Result<std::vector<std::int64_t>> integers(Index tuple) const;
    Result<PickledTensor> tensor(const Tuple& parts) const;
    Result<std::vector<PickledTensor>> tensors();

    template <class T>
    const T* as(Index index) const {
        return std::get_if<T>(&values_[index]);
    }

    std::string_view program_;
    std::string_view source_;
    std::size_t at_ = 0;
    std::vector<Value> values_ = {};
    std::vector<Index> stack_ = {};
    std::vector<std::size_t> marks_ = {};  // heights of the stack
    std::map<std::int64_t, Index> memo_ = {};
};

Result<void> Machine::step(char operation) {
    switch (operation) {
        case pickle::kProtocol: {
            TRY(const auto protocol, number(1));
            return protocol == pickle::kProtocolNumber
                       ? Result<void>()
                       : refused(fmt::format("protocol {} instead of {}", protocol, pickle::kProtocolNumber));
        }
        case pickle::kMark:
            marks_.push_back(stack_.size());
            return {};
        case pickle::kNone:
        case pickle::kTrue:
        case pickle::kFalse:
            return push(Nothing{});
        case pickle::kInt1:
        case pickle::kInt2:
        case pickle::kInt4: {
            const std::size_t count = operation == pickle::kInt1 ? 1 : operation == pickle::kInt2 ? 2 : 4;
            TRY(const auto value, number(count, operation == pickle::kInt4));
            return push(value);
        }
        case pickle::kLong1: {
            TRY(const auto count, number(1));
            if (count > 8)
                return corrupt("has a number of more than 64 bits");
            TRY(const auto value, number(static_cast<std::size_t>(count), true));
            return push(value);
        }
        case pickle::kText:
            return push_text();
        case pickle::kGlobal:
            return push_global();
        case pickle::kPut1:
            return put_memo(1);
        case pickle::kPut4:
            return put_memo(4);
        case pickle::kGet1:
            return get_memo(1);
        case pickle::kGet4:
            return get_memo(4);
        case pickle::kEmptyTuple:
            return push(Tuple{});
        case pickle::kTuple1:
        case pickle::kTuple2:
        case pickle::kTuple3:
            return push_tuple(static_cast<std::size_t>(operation - pickle::kTuple1) + 1);
        case pickle::kTuple: {
            TRY(auto items, pop_to_mark());
            return push(Tuple{.items = std::move(items)});
        }
        case pickle::kPersistentId:
            return push_storage();
        case pickle::kReduce:
            return reduce();
        case pickle::kEmptyDict:
            return push(Dictionary{});
        case pickle::kSetItem: {
            TRY(const auto value, pop());
            TRY(const auto key, pop());
            return set_items({key, value});
        }
        case pickle::kSetItems: {
            TRY(auto items, pop_to_mark());
            return set_items(std::move(items));
        }
        case pickle::kBuild:
            return build();
        default:
            return refused(fmt::format("operation {:#04x}", static_cast<unsigned char>(operation)));
    }
}

Result<void> Machine::put_memo(std::size_t bytes_of_key) {
    TRY(const auto key, number(bytes_of_key));
    TRY(const auto index, pop());
    memo_[key] = index;
    stack_.push_back(index);
    return {};
}

Result<void> Machine::get_memo(std::size_t bytes_of_key) {
    TRY(const auto key, number(bytes_of_key));
    const auto it = memo_.find(key);
    if (it == memo_.end())
        return corrupt("remembers a value that was never there");
    stack_.push_back(it->second);
    return {};
}

Result<void> Machine::push_text() {
    TRY(const auto length, number(4));
    TRY(const auto text, bytes(static_cast<std::size_t>(length)));
    return push(text);
}

Result<void> Machine::push_global() {
    TRY(const auto module, line());
    TRY(const auto name, line());
    if (module == pickle::kCollections && name == pickle::kOrderedDict)
        return push(OrderedDictName{});
    if (module == pickle::kTorchUtilities && name == pickle::kRebuildTensor)
        return push(RebuildTensorName{});
    if (const auto dtype = module == pickle::kTorch ? pickle::storage_dtype(name) : std::nullopt)
        return push(StorageName{*dtype});
    return refused(fmt::format("{}.{}", module, name));
}

Result<void> Machine::push_tuple(std::size_t count) {
    Tuple tuple;
    for (std::size_t i = 0; i < count; ++i) {
        TRY(const auto index, pop());
        tuple.items.insert(tuple.items.begin(), index);
    }
    return push(std::move(tuple));
}

Result<void> Machine::push_storage() {
    TRY(const auto index, pop());
    const auto* parts = as<Tuple>(index);
    if (!parts || parts->items.size() != kStorageParts)
        return refused("an object outside the pickle");
    const auto* kind = as<std::string_view>(parts->items[0]);
    const auto* type = as<StorageName>(parts->items[1]);
    const auto* key = as<std::string_view>(parts->items[2]);
    const auto* elements = as<std::int64_t>(parts->items[4]);
    if (!kind || *kind != pickle::kStorage || !type || !key || !elements || *elements < 0)
        return refused("an object outside the pickle");
    return push(Storage{.dtype = type->dtype, .key = *key, .elements = *elements});
}

Result<void> Machine::reduce() {
    TRY(const auto arguments, pop());
    TRY(const auto callable, pop());
    const auto* parts = as<Tuple>(arguments);
    if (!parts)
        return corrupt("calls something without arguments");
    if (as<OrderedDictName>(callable) && parts->items.empty())
        return push(Dictionary{});
    if (!as<RebuildTensorName>(callable))
        return refused("a call");
    TRY(auto made, tensor(*parts));
    return push(std::move(made));
}

Result<std::vector<std::int64_t>> Machine::integers(Index tuple) const {
    const auto* parts = as<Tuple>(tuple);
    if (!parts)
        return corrupt("has a tensor whose shape is no tuple");
    std::vector<std::int64_t> numbers;
    for (const auto item : parts->items) {
        const auto* number = as<std::int64_t>(item);
        if (!number || *number < 0)
            return corrupt("has a tensor whose shape is not made of whole numbers");
        numbers.push_back(*number);
    }
    return numbers;
}

Result<PickledTensor> Machine::tensor(const Tuple& parts) const {
    if (parts.items.size() != kTensorParts && parts.items.size() != kTensorPartsWithMetadata)
        return refused("a tensor of another kind");
    const auto* storage = as<Storage>(parts.items[0]);
    const auto* offset = as<std::int64_t>(parts.items[1]);
    if (!storage || !offset || *offset < 0)
        return corrupt("has a tensor without a storage");
    PickledTensor tensor{.dtype = storage->dtype,
                         .storage = std::string(storage->key),
                         .elements = storage->elements,
                         .offset = *offset};
    TRY(tensor.shape, integers(parts.items[2]));
    TRY(tensor.strides, integers(parts.items[3]));
    if (tensor.shape.size() != tensor.strides.size())
        return corrupt("has a tensor with another number of strides than of dimensions");
    return tensor;
}

Result<void> Machine::set_items(std::vector<Index> items) {
    TRY(const auto target, pop());
    stack_.push_back(target);
    auto* dictionary = std::get_if<Dictionary>(&values_[target]);
    if (!dictionary || items.size() % 2 != 0)
        return corrupt("fills something that is no dictionary");
    for (std::size_t i = 0; i < items.size(); i += 2)
        dictionary->items.emplace_back(items[i], items[i + 1]);
    return {};
}

/// Attributes of a dictionary: a state_dict's versions of its modules, which say nothing about the tensors.
Result<void> Machine::build() {
    TRY([[maybe_unused]] const auto attributes, pop());
    TRY(const auto target, pop());
    stack_.push_back(target);
    return as<Dictionary>(target) ? Result<void>() : refused("an object with attributes");
}

Result<std::vector<PickledTensor>> Machine::tensors() {
    TRY(const auto top, pop());
    const auto* dictionary = as<Dictionary>(top);
    if (!dictionary)
        return refused("something else");
    std::vector<PickledTensor> all;
    for (const auto& [key, value] : dictionary->items) {
        const auto* name = as<std::string_view>(key);
        const auto* found = as<PickledTensor>(value);
        if (!name || !found)
            return refused(name ? fmt::format("\"{}\"", *name) : "a key that is no text");
        all.push_back(*found);
        all.back().name = *name;
    }
    return all;
}

}  // namespace

Result<std::vector<PickledTensor>> parse_pickled_tensors(std::string_view program,
                                                         std::string_view source_name) {
    return Machine(program, source_name).run();
}

}  // namespace tunebench
