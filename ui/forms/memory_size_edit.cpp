#include "ui/forms/memory_size_edit.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

#include "core/base/byte_units.h"
#include "ui/text/core_sentence.h"
#include "ui/theme/spacing.h"
#include "ui/theme/workbench_style.h"

namespace tunebench::ui {

MemorySizeEdit::MemorySizeEdit(QWidget* parent) : QWidget(parent) {
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing::kUnit);
    size_ = new QLineEdit(this);
    size_->setObjectName(QStringLiteral("memory_size"));
    size_->setPlaceholderText(tr("24 GiB"));
    size_->setAccessibleName(tr("Memory to fit into"));
    size_->setMaximumWidth(100);
    link_ = new QPushButton(this);
    link_->setObjectName(QStringLiteral("other_memory_size"));
    setButtonKind(link_, ButtonKind::Link);
    layout->addWidget(size_);
    layout->addWidget(link_);
    layout->addStretch(1);
    setOpen(false);
    connect(size_, &QLineEdit::textChanged, this, &MemorySizeEdit::read);
    connect(link_, &QPushButton::clicked, this, [this] { setOpen(size_->isHidden()); });
}

void MemorySizeEdit::setOpen(bool isOpen) {
    size_->setVisible(isOpen);
    link_->setText(isOpen ? tr("This machine again") : tr("Another memory size…"));
    link_->setToolTip(
        isOpen ? tr("What is free here counts again")
               : tr("Whether it would fit elsewhere: 24 GiB, 80 GB. The run starts here all the same"));
    if (isOpen)
        size_->setFocus();
    else
        size_->clear();
}

void MemorySizeEdit::read() {
    const QString text = size_->text().trimmed();
    const auto bytes =
        text.isEmpty() ? Result<std::uint64_t>(std::uint64_t{0}) : parse_bytes(text.toStdString());
    setInvalid(size_, !bytes);
    size_->setAccessibleDescription(bytes ? QString() : coreSentence(bytes.error().message));
    if (!bytes || *bytes == told_)
        return;
    told_ = *bytes;
    Q_EMIT changed(told_);
}

}  // namespace tunebench::ui
