#include <bit>
#include <cmath>

#include "core/base/utf8.h"
#include "core/formats/event_message.h"
#include "core/formats/event_message_fields.h"
#include "core/formats/protobuf_reader.h"

namespace tunebench {
namespace {

namespace wire = event_fields;

/// The bytes as one little-endian number, for tensors of one element; none for another size.
template <class Bits>
std::optional<Bits> only_element(std::string_view bytes) {
    if (bytes.size() != sizeof(Bits))
        return {};
    Bits bits = 0;
    for (std::size_t i = bytes.size(); i-- > 0;)
        bits = static_cast<Bits>(bits << 8 | static_cast<unsigned char>(bytes[i]));
    return bits;
}

/// The same for a variable-length number.
std::optional<std::uint64_t> only_variable(std::string_view bytes) {
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < bytes.size() && i < 10; ++i) {
        const auto byte = static_cast<unsigned char>(bytes[i]);
        value |= std::uint64_t{byte & 0x7FU} << (7 * i);
        if (byte < 0x80)
            return i + 1 == bytes.size() ? std::optional(value) : std::nullopt;
    }
    return {};
}

struct Tensor {
    std::uint64_t dtype = 0;
    std::string_view content = {};
    std::optional<double> listed = {};  // where the numbers are fields of their own
    int numbers = 0;

    void list(double number) {
        listed = number;
        ++numbers;
    }
};

/// A repeated number is packed, or a field each time.
void read_listed(const ProtobufField& field, Tensor& tensor) {
    const bool is_packed = !field.bytes.empty();
    if (field.number == wire::kFloats) {
        if (!is_packed)
            tensor.list(static_cast<double>(field.as_float()));
        else if (const auto bits = only_element<std::uint32_t>(field.bytes))
            tensor.list(static_cast<double>(std::bit_cast<float>(*bits)));
    } else if (field.number == wire::kDoubles) {
        if (!is_packed)
            tensor.list(field.as_double());
        else if (const auto bits = only_element<std::uint64_t>(field.bytes))
            tensor.list(std::bit_cast<double>(*bits));
    } else if (!is_packed) {
        tensor.list(static_cast<double>(std::bit_cast<std::int64_t>(field.value)));
    } else if (const auto value = only_variable(field.bytes)) {
        tensor.list(static_cast<double>(std::bit_cast<std::int64_t>(*value)));
    }
}

std::optional<double> number_in_content(const Tensor& tensor) {
    if (tensor.dtype == wire::kFloat)
        if (const auto bits = only_element<std::uint32_t>(tensor.content))
            return static_cast<double>(std::bit_cast<float>(*bits));
    if (tensor.dtype == wire::kDouble)
        if (const auto bits = only_element<std::uint64_t>(tensor.content))
            return std::bit_cast<double>(*bits);
    if (tensor.dtype == wire::kInt32)
        if (const auto bits = only_element<std::uint32_t>(tensor.content))
            return static_cast<double>(std::bit_cast<std::int32_t>(*bits));
    if (tensor.dtype == wire::kInt64)
        if (const auto bits = only_element<std::uint64_t>(tensor.content))
            return static_cast<double>(std::bit_cast<std::int64_t>(*bits));
    return {};
}

/// The one number that a tensor holds.
bool read_tensor(std::string_view bytes, std::optional<double>& number) {
    Tensor tensor;
    const bool is_message = read_message(bytes, [&](const ProtobufField& field) {
        if (field.number == wire::kDtype)
            tensor.dtype = field.value;
        else if (field.number == wire::kContent)
            tensor.content = field.bytes;
        else if (field.number == wire::kFloats || field.number == wire::kDoubles ||
                 field.number == wire::kIntegers || field.number == wire::kLongs)
            read_listed(field, tensor);
    });
    number = tensor.numbers == 1 ? tensor.listed : number_in_content(tensor);
    return is_message;
}

/// A value of protobuf's own JSON-like type.
bool read_json_value(std::string_view bytes, std::optional<Hyperparameter>& value) {
    return read_message(bytes, [&](const ProtobufField& field) {
        if (field.number == wire::kNumber)
            value = field.as_double();
        else if (field.number == wire::kText && is_valid_utf8(field.bytes))
            value = std::string(field.bytes);
        else if (field.number == wire::kBoolean)
            value = field.as_boolean();
    });
}

bool read_hyperparameter(std::string_view bytes, EventMessage& event) {
    std::string_view key;
    std::optional<Hyperparameter> value;
    bool is_whole = true;
    const bool is_message = read_message(bytes, [&](const ProtobufField& field) {
        if (field.number == wire::kKey)
            key = field.bytes;
        else if (field.number == wire::kMapValue)
            is_whole = read_json_value(field.bytes, value) && is_whole;
    });
    if (value && !key.empty() && is_valid_utf8(key))
        event.hyperparameters.emplace_back(key, *std::move(value));
    return is_message && is_whole;
}

bool read_session_start(std::string_view bytes, EventMessage& event) {
    bool is_whole = true;
    const bool is_message = read_message(bytes, [&](const ProtobufField& field) {
        if (field.number == wire::kHyperparameters)
            is_whole = read_hyperparameter(field.bytes, event) && is_whole;
    });
    return is_message && is_whole;
}

bool read_metadata(std::string_view bytes, EventMessage& event) {
    std::string_view plugin;
    std::string_view content;
    bool is_whole = true;
    const bool is_message = read_message(bytes, [&](const ProtobufField& field) {
        if (field.number == wire::kPluginData)
            is_whole = read_message(field.bytes, [&](const ProtobufField& inner) {
                if (inner.number == wire::kPluginName)
                    plugin = inner.bytes;
                else if (inner.number == wire::kPluginContent)
                    content = inner.bytes;
            });
    });
    if (plugin == "hparams")
        is_whole = read_message(content,
                                [&](const ProtobufField& field) {
                                    if (field.number == wire::kSessionStart)
                                        is_whole = read_session_start(field.bytes, event) && is_whole;
                                }) &&
                   is_whole;
    return is_message && is_whole;
}

bool read_value(std::string_view bytes, EventMessage& event) {
    std::string_view tag;
    std::optional<double> number;
    bool is_whole = true;
    const bool is_message = read_message(bytes, [&](const ProtobufField& field) {
        if (field.number == wire::kTag)
            tag = field.bytes;
        else if (field.number == wire::kSimpleValue)
            number = static_cast<double>(field.as_float());
        else if (field.number == wire::kTensor)
            is_whole = read_tensor(field.bytes, number) && is_whole;
        else if (field.number == wire::kMetadata)
            is_whole = read_metadata(field.bytes, event) && is_whole;
    });
    if (number && !tag.empty() && is_valid_utf8(tag))
        event.scalars.push_back({std::string(tag), *number});
    return is_message && is_whole;
}

}  // namespace

std::optional<EventMessage> parse_event_message(std::string_view bytes) {
    EventMessage event;
    bool is_whole = true;
    const bool is_message = read_message(bytes, [&](const ProtobufField& field) {
        if (field.number == wire::kWallTime)
            event.wall_time = field.as_double();
        else if (field.number == wire::kStep)
            event.step = std::bit_cast<std::int64_t>(field.value);
        else if (field.number == wire::kSummary)
            is_whole = read_message(field.bytes,
                                    [&](const ProtobufField& value) {
                                        if (value.number == wire::kValue)
                                            is_whole = read_value(value.bytes, event) && is_whole;
                                    }) &&
                       is_whole;
    });
    if (!is_message || !is_whole)
        return {};
    return event;
}

}  // namespace tunebench
