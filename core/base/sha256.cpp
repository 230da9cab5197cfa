#include "core/base/sha256.h"

#include <vector>

#include "core/base/input_file.h"

namespace tunebench {

void Sha256::update(std::string_view bytes) {
    update(std::as_bytes(std::span(bytes)));
}

std::string sha256_hex(std::string_view bytes) {
    Sha256 hash;
    hash.update(bytes);
    return hash.hex();
}

Result<std::string> sha256_of_file(const std::filesystem::path& path) {
    TRY(InputFile file, InputFile::open(path));
    Sha256 hash;
    std::vector<char> buffer(std::size_t{1} << 20);
    while (true) {
        TRY(const std::size_t count, file.read(buffer));
        if (count == 0)
            return hash.hex();
        hash.update(std::string_view(buffer.data(), count));
    }
}

}  // namespace tunebench
