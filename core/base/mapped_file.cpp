#include "core/base/mapped_file.h"

#include <cerrno>
#include <sys/mman.h>
#include <unistd.h>

#include <fmt/format.h>

#include "core/base/file_errors.h"

namespace tunebench {

Result<MappedFile> MappedFile::open(const std::filesystem::path& path) {
    TRY(InputFile input, InputFile::open(path));
    MappedFile mapped(std::move(input));
    TRY(const std::uint64_t size, mapped.file_.size());
    if (size == 0)
        return mapped;
    void* address =
        ::mmap(nullptr, static_cast<std::size_t>(size), PROT_READ, MAP_PRIVATE, mapped.file_.descriptor(), 0);
    if (address == MAP_FAILED)
        return file_error(errno, "map", path);
    mapped.bytes_ = {static_cast<const std::byte*>(address), static_cast<std::size_t>(size)};
    return mapped;
}

MappedFile::~MappedFile() {
    if (!bytes_.empty())
        ::munmap(const_cast<std::byte*>(bytes_.data()), bytes_.size());
}

Result<std::span<const std::byte>> MappedFile::bytes() const {
    TRY(const std::uint64_t size_now, file_.size());
    if (size_now < bytes_.size())
        return Error{
            .code = ErrorCode::Corrupt,
            .message = fmt::format("{}: the file became shorter while it was in use.", path().string()),
            .hint = "Something else writes this file. Restore it, then try again."};
    return bytes_;
}

void give_back_pages(std::span<const std::byte> mapped) {
    if (mapped.empty())
        return;
    const auto page = static_cast<std::uintptr_t>(::sysconf(_SC_PAGESIZE));
    const auto begin = reinterpret_cast<std::uintptr_t>(mapped.data());
    const auto first = begin - begin % page;
    ::madvise(reinterpret_cast<void*>(first), begin + mapped.size() - first, MADV_DONTNEED);
}

}  // namespace tunebench
