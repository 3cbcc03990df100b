<?xml version="1.0" encoding="UTF-8"?>
<!-- Makes a stylesheet of a Schematron schema as the rules of EN 16931 are published: patterns of rules of assertions.
     Each pattern is a mode, each rule a template, of which the first that matches wins; each assertion that fails is a
     line of the answer, "fatal BR-CO-16". -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:made="urn:commis:stylesheet-to-be" xmlns:sch="http://purl.oclc.org/dsdl/schematron"
    exclude-result-prefixes="sch">
    <xsl:namespace-alias stylesheet-prefix="made" result-prefix="xsl" />

    <xsl:template match="/sch:schema">
        <!-- What this stylesheet does not know must not pass unseen. -->
        <xsl:if test="//sch:let | //sch:report | //sch:include | //sch:extends | //sch:rule[@abstract]">
            <xsl:message terminate="yes">The schema holds what no rule of EN 16931 held so far.</xsl:message>
        </xsl:if>
        <made:stylesheet version="3.0">
            <xsl:for-each select="sch:ns">
                <xsl:namespace name="{@prefix}" select="@uri" />
            </xsl:for-each>
            <made:output method="text" />
            <made:template match="/">
                <xsl:for-each select="sch:pattern">
                    <made:apply-templates select="/" mode="{generate-id()}" />
                </xsl:for-each>
            </made:template>
            <xsl:apply-templates select="sch:pattern" />
        </made:stylesheet>
    </xsl:template>

    <xsl:template match="sch:pattern">
        <made:mode name="{generate-id()}" on-no-match="shallow-skip" />
        <xsl:apply-templates select="sch:rule" />
    </xsl:template>

    <xsl:template match="sch:rule">
        <made:template match="{@context}" mode="{generate-id(..)}"
            priority="{count(following-sibling::sch:rule) + 1}">
            <xsl:apply-templates select="sch:assert" />
            <made:apply-templates select="@* | node()" mode="{generate-id(..)}" />
        </made:template>
    </xsl:template>

    <xsl:template match="sch:assert">
        <made:if test="not({@test})">
            <made:value-of select="'{@flag} {@id}&#10;'" />
        </made:if>
    </xsl:template>
</xsl:stylesheet>
