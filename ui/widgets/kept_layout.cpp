#include "ui/widgets/kept_layout.h"

#include <QHeaderView>
#include <QSettings>
#include <QSplitter>
#include <QTableView>
#include <QVariant>

namespace tunebench::ui {
namespace {

constexpr char kKeptAs[] = "tunebenchKeptAs";

QString settingOf(const QWidget& widget) {
    const QString name = widget.property(kKeptAs).toString();
    return name.isEmpty() ? name : QStringLiteral("layout/") + name;
}

void keepPanes(QSplitter& splitter, QSettings& settings, const QString& key) {
    splitter.restoreState(settings.value(key).toByteArray());
    QObject::connect(&splitter, &QSplitter::splitterMoved, &splitter,
                     [&splitter, &settings, key] { settings.setValue(key, splitter.saveState()); });
}

/// 0 of columns that take what is left.
QVariantList widthsOf(const QHeaderView& header) {
    QVariantList widths;
    for (int column = 0; column < header.count(); ++column)
        widths << (header.sectionResizeMode(column) == QHeaderView::Interactive ? header.sectionSize(column)
                                                                                : 0);
    return widths;
}

void keepColumns(QTableView& table, QSettings& settings, const QString& key) {
    QHeaderView& header = *table.horizontalHeader();
    const QVariantList widths = settings.value(key).toList();
    if (widths.size() == header.count())  // else another version's
        for (int column = 0; column < header.count(); ++column)
            if (const int width = widths[column].toInt(); width > 0)
                header.resizeSection(column, width);
    QObject::connect(&header, &QHeaderView::sectionResized, &header, [&header, &settings, key](int column) {
        if (header.sectionResizeMode(column) == QHeaderView::Interactive)
            settings.setValue(key, widthsOf(header));
    });
}

}  // namespace

void markPanesKept(QSplitter* splitter, const QString& name) {
    splitter->setProperty(kKeptAs, name);
}

void markColumnsKept(QTableView* table, const QString& name) {
    table->setProperty(kKeptAs, name);
}

void keepLayout(QWidget& page, QSettings& settings) {
    for (QSplitter* splitter : page.findChildren<QSplitter*>())
        if (const QString key = settingOf(*splitter); !key.isEmpty())
            keepPanes(*splitter, settings, key);
    for (QTableView* table : page.findChildren<QTableView*>())
        if (const QString key = settingOf(*table); !key.isEmpty())
            keepColumns(*table, settings, key);
}

}  // namespace tunebench::ui
