#include "core/history/network_file_system.h"

#include <algorithm>
#include <array>
#include <sys/vfs.h>

namespace tunebench {

bool is_network_file_system(unsigned long magic) {
    // NFS, SMB, SMB 1, SMB 2, AFS (three kinds), Coda, FUSE (sshfs and the like), 9P, Lustre, Ceph, GPFS,
    // BeeGFS.
    static constexpr std::array<unsigned long, 14> kMagics = {
        0x6969,     0x517B,     0xFF534D42, 0xFE534D42, 0x5346414F, 0x6B414653, 0x1021997,
        0x73757245, 0x65735546, 0x0BD00BD0, 0x00C36400, 0x47504653, 0x19830326, 0x0B131313};
    return std::find(kMagics.begin(), kMagics.end(), magic & 0xFFFFFFFFUL) != kMagics.end();
}

bool is_on_network(const std::filesystem::path& folder) {
    struct statfs info = {};
    if (::statfs(folder.c_str(), &info) != 0)
        return false;
    return is_network_file_system(static_cast<unsigned long>(info.f_type));
}

}  // namespace tunebench
