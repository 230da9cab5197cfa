// SentencePiece's precompiled map for tests: a double-array trie made from the texts and replacements.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace tunebench::test {

/// Places the children of each node at the first offset where all fit.
class PrecompiledBytes {
public:
    explicit PrecompiledBytes(const std::map<std::string, std::string>& map) {
        std::map<std::string, std::uint32_t> values;
        for (const auto& [text, replacement] : map) {
            values[text] = static_cast<std::uint32_t>(replacements_.size());
            replacements_ += replacement + '\0';
        }
        add_children("", 0, values);
    }

    std::string bytes() const {
        std::string result;
        append(result, static_cast<std::uint32_t>(units_.size() * 4));
        for (const std::uint32_t unit : units_)
            append(result, unit);
        return result + replacements_;
    }

private:
    static void append(std::string& bytes, std::uint32_t value) {
        for (int shift = 0; shift < 32; shift += 8)
            bytes += static_cast<char>(value >> shift);
    }

    void add_children(const std::string& prefix, std::size_t node,
                      const std::map<std::string, std::uint32_t>& values) {
        std::vector<std::uint32_t> labels;  // 0: a value
        for (const auto& [text, value] : values) {
            if (text.size() < prefix.size() || text.substr(0, prefix.size()) != prefix)
                continue;
            const auto label =
                text.size() == prefix.size()
                    ? 0U
                    : static_cast<std::uint32_t>(static_cast<std::uint8_t>(text[prefix.size()]));
            if (labels.empty() || labels.back() != label)
                labels.push_back(label);
        }
        const std::size_t base = free_base(labels);
        units_[node] |= static_cast<std::uint32_t>(base ^ node) << 10;
        for (const std::uint32_t label : labels)
            units_[base ^ label] = label == 0 ? 0x8000'0000 | values.at(prefix) : label;
        if (!labels.empty() && labels.front() == 0)
            units_[node] |= 1U << 8;
        for (const std::uint32_t label : labels)
            if (label != 0)
                add_children(prefix + static_cast<char>(label), base ^ label, values);
    }

    std::size_t free_base(const std::vector<std::uint32_t>& labels) {
        for (std::size_t base = 256;; base += 256) {
            if (units_.size() < base + 256)
                units_.resize(base + 256, 0);
            bool fits = !bases_.contains(base);  // two nodes with one base would share their children
            for (const std::uint32_t label : labels)
                fits = fits && units_[base ^ label] == 0;
            if (fits) {
                bases_.insert(base);
                return base;
            }
        }
    }

    std::vector<std::uint32_t> units_ = {0};
    std::set<std::size_t> bases_;
    std::string replacements_;
};

inline std::string precompiled_bytes(const std::map<std::string, std::string>& map) {
    return PrecompiledBytes(map).bytes();
}

}  // namespace tunebench::test
