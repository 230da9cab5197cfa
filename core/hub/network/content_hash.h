// ContentHash: the hash that a file on the hub is named after, of bytes that arrive in pieces.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace tunebench {

class ContentHash {
public:
    /// For comparison with `expected`: 64 digits are the SHA-256 of the bytes, 40 the SHA-1 that git gives a
    /// blob of `size` bytes ("blob <size>", a zero byte, the bytes).
    ContentHash(std::string_view expected, std::uint64_t size);
    ContentHash(ContentHash&&) noexcept;
    ContentHash& operator=(ContentHash&&) noexcept;
    ~ContentHash();

    void update(std::string_view bytes);
    std::string hex() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace tunebench
