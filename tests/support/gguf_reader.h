// A second reader of GGUF files, written from the published specification alone: it shares no code with the
// product's, so that what both understand is what the specification says. Throws where a file breaks it.
#pragma once

#include <cmath>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

namespace tunebench::test {

/// A value, whatever its type: numbers as double (exact for those that are written), texts, and lists of
/// them.
struct GgufReaderValue {
    std::uint32_t type = 0;          // 9: a list
    std::uint32_t element_type = 0;  // of a list
    double number = 0.0;
    std::string text = {};
    std::vector<double> numbers = {};
    std::vector<std::string> texts = {};
};

struct GgufReaderTensor {
    std::vector<std::int64_t> dimensions = {};  // as in the file: the fastest first
    std::uint32_t type = 0;                     // 0 F32, 1 F16, 8 Q8_0, 30 BF16
    std::uint64_t offset = 0;
    std::vector<float> values = {};  // decoded

    float at(std::int64_t row, std::int64_t column) const {
        return values[static_cast<std::size_t>(row * dimensions[0] + column)];
    }
};

class GgufReader {
public:
    explicit GgufReader(const std::filesystem::path& path) {
        std::ifstream in(path, std::ios::binary);
        bytes_.assign(std::istreambuf_iterator<char>(in), {});
        read();
    }

    std::map<std::string, GgufReaderValue> keys = {};
    std::map<std::string, GgufReaderTensor> tensors = {};
    std::vector<std::string> tensor_order = {};

    const GgufReaderValue& key(const std::string& name) const {
        if (!keys.contains(name))
            throw std::runtime_error("no key " + name);
        return keys.at(name);
    }
    const GgufReaderTensor& tensor(const std::string& name) const {
        if (!tensors.contains(name))
            throw std::runtime_error("no tensor " + name);
        return tensors.at(name);
    }

private:
    static void demand(bool condition, const std::string& what) {
        if (!condition)
            throw std::runtime_error(what);
    }

    template <class T>
    T take() {
        demand(bytes_.size() - at_ >= sizeof(T), "the file ends early");
        T value = {};
        std::memcpy(&value, bytes_.data() + at_, sizeof(T));
        at_ += sizeof(T);
        return value;
    }

    std::string take_text() {
        const auto length = take<std::uint64_t>();
        demand(bytes_.size() - at_ >= length, "a text ends early");
        const std::string text = bytes_.substr(at_, length);
        at_ += length;
        return text;
    }

    double take_number(std::uint32_t type) {
        switch (type) {
            case 0:
                return take<std::uint8_t>();
            case 1:
                return take<std::int8_t>();
            case 2:
                return take<std::uint16_t>();
            case 3:
                return take<std::int16_t>();
            case 4:
                return take<std::uint32_t>();
            case 5:
                return take<std::int32_t>();
            case 6:
                return static_cast<double>(take<float>());
            case 7: {
                const auto flag = take<std::uint8_t>();
                demand(flag <= 1, "a bool that is neither 0 nor 1");
                return flag;
            }
            case 10:
                return static_cast<double>(take<std::uint64_t>());
            case 11:
                return static_cast<double>(take<std::int64_t>());
            case 12:
                return take<double>();
            default:
                throw std::runtime_error("no number has type " + std::to_string(type));
        }
    }

    GgufReaderValue take_value() {
        GgufReaderValue value{.type = take<std::uint32_t>()};
        if (value.type == 8) {
            value.text = take_text();
        } else if (value.type == 9) {
            value.element_type = take<std::uint32_t>();
            const auto count = take<std::uint64_t>();
            for (std::uint64_t i = 0; i < count; ++i)
                if (value.element_type == 8)
                    value.texts.push_back(take_text());
                else
                    value.numbers.push_back(take_number(value.element_type));
        } else {
            value.number = take_number(value.type);
        }
        return value;
    }

    void read() {
        demand(bytes_.starts_with("GGUF"), "not a GGUF file");
        at_ = 4;
        demand(take<std::uint32_t>() == 3, "not version 3");
        const auto tensor_count = take<std::uint64_t>();
        const auto key_count = take<std::uint64_t>();
        for (std::uint64_t i = 0; i < key_count; ++i) {
            const auto name = take_text();
            demand(!name.empty() && name.size() <= 65535, "the length of a key");
            demand(keys.emplace(name, take_value()).second, "the key " + name + " twice");
        }
        for (std::uint64_t i = 0; i < tensor_count; ++i)
            read_info();
        const auto alignment = keys.contains("general.alignment")
                                   ? static_cast<std::size_t>(keys.at("general.alignment").number)
                                   : 32;
        const auto data = (at_ + alignment - 1) / alignment * alignment;
        for (; at_ < data; ++at_)
            demand(bytes_.at(at_) == '\0', "padding that is not zero");
        for (auto& [name, tensor] : tensors) {
            demand(tensor.offset % alignment == 0, name + " is not aligned");
            decode(tensor, data + tensor.offset);
        }
    }

    void read_info() {
        const auto name = take_text();
        demand(name.size() <= 64, "the length of the name " + name);
        GgufReaderTensor tensor;
        const auto rank = take<std::uint32_t>();
        demand(rank <= 4, name + " has too many dimensions");
        for (std::uint32_t i = 0; i < rank; ++i)
            tensor.dimensions.push_back(static_cast<std::int64_t>(take<std::uint64_t>()));
        tensor.type = take<std::uint32_t>();
        tensor.offset = take<std::uint64_t>();
        demand(tensors.emplace(name, tensor).second, "the tensor " + name + " twice");
        tensor_order.push_back(name);
    }

    static float half_to_float(std::uint16_t bits) {
        const int exponent = bits >> 10 & 31;
        const int fraction = bits & 1023;
        const double magnitude = exponent == 31  ? (fraction ? std::nan("") : HUGE_VAL)
                                 : exponent == 0 ? std::ldexp(fraction, -24)
                                                 : std::ldexp(1024 + fraction, exponent - 25);
        return static_cast<float>(bits >> 15 ? -magnitude : magnitude);
    }

    void decode(GgufReaderTensor& tensor, std::size_t at) {
        std::size_t count = 1;
        for (const auto dimension : tensor.dimensions)
            count *= static_cast<std::size_t>(dimension);
        at_ = at;
        while (tensor.values.size() < count) {
            if (tensor.type == 0) {
                tensor.values.push_back(take<float>());
            } else if (tensor.type == 1) {
                tensor.values.push_back(half_to_float(take<std::uint16_t>()));
            } else if (tensor.type == 30) {
                const std::uint32_t bits = static_cast<std::uint32_t>(take<std::uint16_t>()) << 16;
                float value = 0.0F;
                std::memcpy(&value, &bits, sizeof(value));
                tensor.values.push_back(value);
            } else {
                demand(tensor.type == 8, "an unexpected type of tensor");
                const auto scale = half_to_float(take<std::uint16_t>());
                for (int i = 0; i < 32; ++i)
                    tensor.values.push_back(scale * static_cast<float>(take<std::int8_t>()));
            }
        }
        demand(tensor.values.size() == count, "a row that is no whole number of blocks");
    }

    std::string bytes_ = {};
    std::size_t at_ = 0;
};

}  // namespace tunebench::test
